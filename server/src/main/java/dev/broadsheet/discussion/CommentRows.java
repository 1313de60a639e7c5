package dev.broadsheet.discussion;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.markup.References;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the tables {@code comment} and {@code comment_version}. */
final class CommentRows {
    static final String COLUMNS = "number, paper, person, parent, at, text, links, edits, edited_at, state";
    static final RowMapper<Comment> COMMENT = (row, index) -> comment(row);

    /** What is needed of each comment to put them in order. */
    record Outline(
            long number, @Nullable Long person, @Nullable Long parent, State state) {}

    private CommentRows() {}

    static void insert(Transaction transaction, Comment comment) {
        Instant edited = comment.editedAt();
        transaction.execute(
                "insert into comment (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                comment.number(),
                comment.paper(),
                comment.person(),
                comment.parent(),
                comment.at().toEpochMilli(),
                comment.text(),
                words(comment.links()),
                comment.edits(),
                edited == null ? null : edited.toEpochMilli(),
                comment.state().word());
    }

    static List<Comment> latest(JdbcClient sql, Collection<Long> persons, int offset, int limit) {
        return sql.sql("select " + COLUMNS + " from comment where person in (:persons) and state = 'shown'"
                        + " order by at desc, number desc limit :limit offset :offset")
                .param("persons", List.copyOf(persons))
                .param("limit", limit)
                .param("offset", offset)
                .query(COMMENT)
                .list();
    }

    static Optional<Comment> find(JdbcClient sql, long number) {
        return sql.sql("select " + COLUMNS + " from comment where number = ?")
                .param(number)
                .query(COMMENT)
                .optional();
    }

    /** The same, which nobody else changes before the transaction ends. */
    static Optional<Comment> lock(Transaction transaction, long number) {
        return transaction.first(
                "select " + COLUMNS + " from comment where number = ?" + (transaction.isAlone() ? "" : " for update"),
                COMMENT,
                number);
    }

    static List<Comment> all(JdbcClient sql, Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : sql.sql("select " + COLUMNS + " from comment where number in (:numbers) order by number")
                        .param("numbers", List.copyOf(numbers))
                        .query(COMMENT)
                        .list();
    }

    /** All of a paper in the order in which they were written. */
    static List<Outline> outline(JdbcClient sql, long paper) {
        return sql.sql("select number, person, parent, state from comment where paper = ? order by number")
                .param(paper)
                .query((row, index) -> new Outline(
                        row.getLong("number"),
                        number(row, "person"),
                        number(row, "parent"),
                        State.of(row.getString("state"))))
                .list();
    }

    /** How many of each paper everybody can see; papers without any are left out. */
    static Map<Long, Integer> counts(JdbcClient sql, Collection<Long> papers) {
        Map<Long, Integer> counts = new HashMap<>();
        if (!papers.isEmpty()) {
            sql.sql("select paper, count(*) as comments from comment where state = 'shown' and paper in (:papers)"
                            + " group by paper")
                    .param("papers", List.copyOf(papers))
                    .query(row -> {
                        counts.put(row.getLong("paper"), row.getInt("comments"));
                    });
        }
        return counts;
    }

    static List<Commenter> commenters(JdbcClient sql, Collection<Long> papers) {
        return sql.sql("select paper, person, min(at) - min(joined_at) as age from comment"
                        + " join person on person.number = comment.person"
                        + " where paper in (:papers) and state = 'shown' and suspended_at is null"
                        + " group by paper, person")
                .param("papers", List.copyOf(papers))
                .query((row, index) -> new Commenter(
                        row.getLong("paper"), row.getLong("person"), Duration.ofMillis(row.getLong("age"))))
                .list();
    }

    static void setState(Transaction transaction, long number, State state) {
        transaction.execute("update comment set state = ? where number = ?", state.word(), number);
    }

    /** Keeps what it said until now. */
    static void edit(Transaction transaction, Comment before, Comment after) {
        Instant since = before.editedAt() == null ? before.at() : before.editedAt();
        Instant edited = after.editedAt();
        transaction.execute(
                "insert into comment_version (comment, version, at, text) values (?, ?, ?, ?)",
                before.number(),
                before.edits(),
                since.toEpochMilli(),
                before.text());
        transaction.execute(
                "update comment set text = ?, links = ?, edits = ?, edited_at = ?, state = ? where number = ?",
                after.text(),
                words(after.links()),
                after.edits(),
                edited == null ? null : edited.toEpochMilli(),
                after.state().word(),
                after.number());
    }

    /** Takes the words away for ever; the number stays. */
    static void delete(Transaction transaction, long number) {
        transaction.execute("update comment set text = '', links = '', state = 'deleted' where number = ?", number);
        transaction.execute("delete from comment_version where comment = ?", number);
        transaction.execute("delete from comment_reaction where comment = ?", number);
        transaction.execute("delete from notice where comment = ?", number);
    }

    /** What it said before, the earliest first. */
    static List<FormerText> versions(JdbcClient sql, long number) {
        return sql.sql("select at, text from comment_version where comment = ? order by version")
                .param(number)
                .query((row, index) -> new FormerText(Instant.ofEpochMilli(row.getLong("at")), row.getString("text")))
                .list();
    }

    /** What a comment said from a moment on. */
    record FormerText(Instant at, String text) {}

    private static Comment comment(ResultSet row) throws SQLException {
        Long edited = number(row, "edited_at");
        return new Comment(
                row.getLong("number"),
                row.getLong("paper"),
                number(row, "person"),
                number(row, "parent"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("text"),
                references(row.getString("links")),
                row.getInt("edits"),
                edited == null ? null : Instant.ofEpochMilli(edited),
                State.of(row.getString("state")));
    }

    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static String words(References links) {
        return Stream.concat(links.names().stream().map(name -> "@" + name), links.papers().stream())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static References references(String words) {
        Set<String> names = new HashSet<>();
        Set<String> papers = new HashSet<>();
        for (String word : words.split(" ")) {
            if (word.startsWith("@")) {
                names.add(word.substring(1));
            } else if (!word.isEmpty()) {
                papers.add(word);
            }
        }
        return new References(names, papers);
    }
}
