package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are told of: answers to what they wrote, where they are mentioned, what moderators did. Thread-safe. */
public final class Notices {
    /** A comment that mentions more people tells only these. */
    private static final int MOST_MENTIONED = 10;

    private static final Counter NUMBERS = new Counter("notice");

    private final Database database;
    private final Clock clock;

    public Notices(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Why somebody is told. */
    public enum Kind {
        REPLY,
        MENTION,
        APPROVED,
        HIDDEN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** That somebody is told of a comment. */
    public record Notice(long number, Comment comment, Kind kind, Instant at, boolean isRead) {}

    /** How many somebody has not read. */
    public long unread(Person person) {
        return database.read(sql -> sql.sql("select count(*) from notice where person = ? and read_at is null")
                .param(person.number())
                .query(Long.class)
                .single());
    }

    /**
     * The latest first.
     *
     * @param before only those with lower numbers
     */
    public List<Notice> of(Person person, long before, int limit) {
        return database.read(sql -> sql.sql(
                        "select notice.number as notice, kind, notice.at as told_at, read_at, comment.*"
                                + " from notice join comment on comment.number = notice.comment"
                                + " where notice.person = ? and notice.number < ? order by notice.number desc limit ?")
                .params(person.number(), before, limit)
                .query((row, index) -> {
                    long number = row.getLong("notice");
                    Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
                    Instant at = Instant.ofEpochMilli(row.getLong("told_at"));
                    boolean read = CommentRows.number(row, "read_at") != null;
                    return new Notice(number, CommentRows.COMMENT.mapRow(row, index), kind, at, read);
                })
                .list());
    }

    /** Somebody has read all up to this number. */
    public void read(Person person, long upTo) {
        database.write(transaction -> transaction.execute(
                "update notice set read_at = ? where person = ? and number <= ? and read_at is null",
                clock.millis(),
                person.number(),
                upTo));
    }

    /** Tells who is answered, and who is mentioned, each once, and nobody of what they wrote themselves. */
    void tellOf(Transaction transaction, Comment comment, Optional<Comment> parent, List<Long> mentioned) {
        parent.map(Comment::person).ifPresent(person -> tell(transaction, comment, person, Kind.REPLY));
        mentioned.stream().limit(MOST_MENTIONED).forEach(person -> tell(transaction, comment, person, Kind.MENTION));
    }

    /** Tells somebody of a comment, unless they wrote it or were told of it as an answer or a mention. */
    private void tell(Transaction transaction, Comment comment, long person, Kind kind) {
        boolean told = transaction
                .number(
                        "select number from notice where comment = ? and person = ? and kind in ('reply', 'mention')",
                        comment.number(),
                        person)
                .isPresent();
        if (!told && !comment.isBy(person)) {
            add(transaction, comment.number(), person, kind);
        }
    }

    /** Tells who wrote it what a moderator did. */
    void tellWriter(Transaction transaction, Comment comment, Kind kind) {
        Long person = comment.person();
        if (person != null) {
            add(transaction, comment.number(), person, kind);
        }
    }

    private void add(Transaction transaction, long comment, long person, Kind kind) {
        transaction.execute(
                "insert into notice (number, person, comment, kind, at) values (?, ?, ?, ?, ?)",
                NUMBERS.next(transaction),
                person,
                comment,
                kind.word(),
                clock.millis());
    }

    /** Nobody is told of a comment any more. */
    void withdraw(Transaction transaction, long comment) {
        transaction.execute("delete from notice where comment = ? and kind in ('reply', 'mention')", comment);
    }
}
