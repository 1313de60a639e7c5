package dev.broadsheet.vote;

import dev.broadsheet.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the table {@code vote}, and reads what the catalogue counts. */
final class VoteRows {
    private static final String COLUMNS = "select paper, person, at, counted from vote ";

    private static final String COUNTS = """
            select paper, 'imported' as kind, max(votes) as votes from appearance where paper in (:papers) group by paper
            union all select paper, 'carried', votes from community_count where paper in (:papers)
            union all select paper, 'uncounted', count(*) from vote where paper in (:papers) and counted = 0 group by paper
            union all select distinct paper, 'marked', 0 from count_mark where paper in (:papers)""";

    private VoteRows() {}

    /** A person's vote for a paper. */
    record Key(long paper, long person) {}

    /** @return whether it is new */
    static boolean add(Transaction transaction, long paper, long person, long at, boolean counted) {
        return transaction.execute(
                        "insert into vote (paper, person, at, counted) values (?, ?, ?, ?) on conflict do nothing",
                        paper,
                        person,
                        at,
                        counted ? 1 : 0)
                > 0;
    }

    /** @return whether there was one */
    static boolean remove(Transaction transaction, long paper, long person) {
        return transaction.execute("delete from vote where paper = ? and person = ?", paper, person) > 0;
    }

    static List<VoteCast> latest(JdbcClient sql, Collection<Long> persons, int offset, int limit) {
        return sql.sql("select paper, person, at from vote where person in (:persons)"
                        + " order by at desc, paper limit :limit offset :offset")
                .param("persons", List.copyOf(persons))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, index) -> new VoteCast(
                        row.getLong("paper"), row.getLong("person"), Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    /** @return whether that changed anything */
    static boolean setCounted(Transaction transaction, Key vote, boolean counted) {
        return transaction.execute(
                        "update vote set counted = ? where paper = ? and person = ? and counted <> ?",
                        counted ? 1 : 0,
                        vote.paper,
                        vote.person,
                        counted ? 1 : 0)
                > 0;
    }

    /**
     * How the votes of these papers stand at this moment. What was carried over is right for papers without a mark,
     * so that only the votes of those with one are counted here.
     */
    static Map<Long, VoteCount> counts(JdbcClient sql, Collection<Long> papers) {
        if (papers.isEmpty()) {
            return Map.of();
        }
        Map<Long, VoteCount> counts = new HashMap<>();
        Set<Long> marked = new HashSet<>();
        sql.sql(COUNTS).param("papers", papers).query(row -> {
            long paper = row.getLong("paper");
            int votes = row.getInt("votes");
            VoteCount known = counts.getOrDefault(paper, VoteCount.NONE);
            switch (row.getString("kind")) {
                case "imported" -> counts.put(paper, new VoteCount(known.counted(), known.uncounted(), votes));
                case "carried" -> counts.put(paper, new VoteCount(votes, known.uncounted(), known.imported()));
                case "uncounted" -> counts.put(paper, new VoteCount(known.counted(), votes, known.imported()));
                default -> marked.add(paper);
            }
        });
        if (!marked.isEmpty()) {
            Map<Long, Integer> now = counted(sql, marked);
            marked.forEach(paper -> {
                VoteCount known = counts.getOrDefault(paper, VoteCount.NONE);
                counts.put(paper, new VoteCount(now.getOrDefault(paper, 0), known.uncounted(), known.imported()));
            });
        }
        return counts;
    }

    /** The counted votes themselves. */
    static Map<Long, Integer> counted(JdbcClient sql, Collection<Long> papers) {
        Map<Long, Integer> counts = new HashMap<>();
        if (!papers.isEmpty()) {
            sql.sql("select paper, count(*) as votes from vote where paper in (:papers) and counted = 1 group by paper")
                    .param("papers", papers)
                    .query(row -> {
                        counts.put(row.getLong("paper"), row.getInt("votes"));
                    });
        }
        return counts;
    }

    /** @param millis so old an account is not new any more */
    static Map<Long, AccountAges> byAccountAge(JdbcClient sql, Collection<Long> papers, long millis) {
        Map<Long, AccountAges> ages = new HashMap<>();
        sql.sql("select paper, count(*) as votes, sum(case when at - joined_at >= :old then 1 else 0 end) as older"
                        + " from vote join person on person.number = vote.person"
                        + " where paper in (:papers) and counted = 1 group by paper")
                .param("papers", papers)
                .param("old", millis)
                .query(row -> {
                    int older = row.getInt("older");
                    ages.put(row.getLong("paper"), new AccountAges(older, row.getInt("votes") - older));
                });
        return ages;
    }

    static List<Vote> of(JdbcClient sql, long paper, int limit) {
        return sql.sql(COLUMNS + "where paper = ? order by at desc, person limit ?")
                .params(paper, limit)
                .query((row, index) -> vote(row))
                .list();
    }

    static List<Vote> by(JdbcClient sql, long person, int limit) {
        return sql.sql(COLUMNS + "where person = ? order by at desc, paper limit ?")
                .params(person, limit)
                .query((row, index) -> vote(row))
                .list();
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                row.getLong("paper"),
                row.getLong("person"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getInt("counted") != 0);
    }

    /** Those of some people. */
    static Map<Long, Integer> countedOf(JdbcClient sql, Collection<Long> people, Collection<Long> papers) {
        Map<Long, Integer> counts = new HashMap<>();
        sql.sql("select paper, count(*) as votes from vote where paper in (:papers) and person in (:people)"
                        + " and counted = 1 group by paper")
                .param("papers", papers)
                .param("people", people)
                .query(row -> {
                    counts.put(row.getLong("paper"), row.getInt("votes"));
                });
        return counts;
    }

    static Set<Long> votedBy(JdbcClient sql, long person, Collection<Long> papers) {
        return papers.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.sql("select paper from vote where person = :person and paper in (:papers)")
                        .param("person", person)
                        .param("papers", papers)
                        .query(Long.class)
                        .list());
    }

    /** The votes of a paper that are shown but not counted, or of several. */
    static List<Key> uncounted(JdbcClient sql, Collection<Long> papers) {
        return papers.isEmpty()
                ? List.of()
                : sql.sql("select paper, person from vote where paper in (:papers) and counted = 0")
                        .param("papers", papers)
                        .query((row, index) -> new Key(row.getLong("paper"), row.getLong("person")))
                        .list();
    }

    /** Which of the people are suspended. */
    static Set<Long> suspended(JdbcClient sql, Collection<Long> people) {
        return people.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        sql.sql("select number from person where number in (:people) and suspended_at is not null")
                                .param("people", people)
                                .query(Long.class)
                                .list());
    }

    /** Counts no vote of somebody any more; returns the papers. */
    static Set<Long> uncount(Transaction transaction, long person) {
        return new TreeSet<>(transaction.list(
                "update vote set counted = 0 where person = ? and counted = 1 returning paper",
                (row, index) -> row.getLong(1),
                person));
    }

    /** Takes all votes of somebody away; returns the papers. */
    static Set<Long> removeAll(Transaction transaction, long person) {
        return new TreeSet<>(transaction.list(
                "delete from vote where person = ? returning paper", (row, index) -> row.getLong(1), person));
    }

    static List<Long> uncountedPapers(Transaction transaction, long person) {
        return new ArrayList<>(transaction.list(
                "select paper from vote where person = ? and counted = 0 order by paper",
                (row, index) -> row.getLong(1),
                person));
    }
}
