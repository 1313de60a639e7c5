package dev.broadsheet.paper;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.paper.Change.Counted;
import dev.broadsheet.paper.Change.Described;
import dev.broadsheet.paper.Change.Merged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes by number, drawn from the tables {@code paper} and {@code count_change}.
 *
 * <p>A paper has two numbers: that of the last change that may have touched anything, and that of the
 * last change of its counts alone. A follower at n is told of the first where it is above n, and else
 * of the second where that is above n. Told of the first, it is given the paper as it is now, with its
 * counts. So for every paper whose first number is not above the number a follower has reached, the
 * follower has all of the paper but for counts that it will be told of, whatever number it stopped
 * at; a paper that changes gets numbers above every follower.
 */
final class ChangeRows {
    private ChangeRows() {}

    /** To be read in one transaction. */
    static List<Change> after(JdbcClient sql, long revision, int limit) {
        List<Change> changes = new ArrayList<>(papers(sql, revision, limit));
        // What lies behind a full page of papers would be looked for at every page, and never told.
        long until = changes.size() < limit ? Long.MAX_VALUE : changes.getLast().revision();
        changes.addAll(counts(sql, revision, until, limit));
        changes.sort(Comparator.comparingLong(Change::revision));
        return changes.size() <= limit ? changes : changes.subList(0, limit);
    }

    /** Which papers changed, whatever changed about them; after a merged one its survivor. */
    static List<ChangedPaper> changedAfter(JdbcClient sql, long revision, int limit) {
        List<ChangedPaper> changed = new ArrayList<>();
        sql.sql("select * from (select number, revision, merged_into from paper"
                        + " where revision > :after order by revision limit :most) as changed"
                        + " union all select * from (select paper, revision, cast(null as integer) from count_change"
                        + " where revision > :after order by revision limit :most) as counted"
                        + " order by revision limit :most")
                .param("after", revision)
                .param("most", limit)
                .query(row -> {
                    changed.add(new ChangedPaper(row.getLong("number"), row.getLong("revision")));
                    long survivor = row.getLong("merged_into");
                    if (!row.wasNull()) {
                        changed.add(new ChangedPaper(survivor, row.getLong("revision")));
                    }
                });
        return changed;
    }

    /** Gives the paper's counts a new number. */
    static void counted(Transaction transaction, long paper, long revision) {
        transaction.execute(
                "insert into count_change (paper, revision) values (?, ?)"
                        + " on conflict (paper) do update set revision = excluded.revision",
                paper,
                revision);
    }

    private static List<Change> papers(JdbcClient sql, long revision, int limit) {
        return sql.sql(PaperRows.COLUMNS + "where revision > ? order by revision limit ?")
                .params(revision, limit)
                .<Change>query((row, index) -> {
                    long survivor = row.getLong("merged_into");
                    return row.wasNull()
                            ? new Described(PaperRows.paper(row))
                            : new Merged(row.getLong("number"), row.getLong("revision"), survivor);
                })
                .list();
    }

    private static List<Change> counts(JdbcClient sql, long revision, long until, int limit) {
        List<Numbered> numbered = sql.sql("select count_change.paper, count_change.revision from count_change"
                        + " join paper on paper.number = count_change.paper"
                        + " where count_change.revision > ? and count_change.revision < ? and paper.revision <= ?"
                        + " order by count_change.revision limit ?")
                .params(revision, until, revision, limit)
                .query((row, index) -> new Numbered(row.getLong("paper"), row.getLong("revision")))
                .list();
        Map<Long, PaperCounts> counts =
                CountRows.of(sql, numbered.stream().map(Numbered::paper).toList());
        List<Change> changes = new ArrayList<>(numbered.size());
        for (Numbered one : numbered) {
            PaperCounts counted = counts.getOrDefault(one.paper, PaperCounts.NONE);
            changes.add(new Counted(one.paper, one.revision, counted.votes(), counted.comments()));
        }
        return changes;
    }

    private record Numbered(long paper, long revision) {}
}
