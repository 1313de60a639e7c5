package dev.broadsheet.paper;

import dev.broadsheet.database.Transaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the tables {@code community_count} and {@code count_mark}. */
final class CountRows {
    private CountRows() {}

    /** Imported and the community's together; papers of which nothing is counted are left out. */
    static Map<Long, PaperCounts> of(JdbcClient sql, Collection<Long> papers) {
        Map<Long, PaperCounts> counts = community(sql, papers);
        AppearanceRows.of(sql, papers).forEach((paper, appearances) -> {
            Appearance best = Appearance.best(appearances);
            if (best != null) {
                counts.merge(paper, PaperCounts.of(best), PaperCounts::plus);
            }
        });
        return counts;
    }

    /** What the community's counts were when they were last carried over. */
    static Map<Long, PaperCounts> community(JdbcClient sql, Collection<Long> papers) {
        Map<Long, PaperCounts> counts = new HashMap<>();
        if (!papers.isEmpty()) {
            sql.sql("select paper, votes, comments from community_count where paper in (:papers)")
                    .param("papers", papers)
                    .query(row -> {
                        counts.put(row.getLong("paper"), new PaperCounts(row.getInt("votes"), row.getInt("comments")));
                    });
        }
        return counts;
    }

    static void set(Transaction transaction, long paper, int votes, int comments) {
        transaction.execute(
                "insert into community_count (paper, votes, comments) values (?, ?, ?)"
                        + " on conflict (paper) do update set votes = excluded.votes, comments = excluded.comments",
                paper,
                votes,
                comments);
    }

    static void mark(Transaction transaction, long paper) {
        transaction.execute("insert into count_mark (paper) values (?)", paper);
    }

    /** To be asked before the rows of the one that is gone are dropped. */
    static void markSurvivor(Transaction transaction, long gone, long survivor) {
        if (transaction
                        .number("select count(*) from community_count where paper in (?, ?)", gone, survivor)
                        .orElse(0L)
                > 0) {
            mark(transaction, survivor);
        }
    }

    static boolean isAnyMarked(JdbcClient sql) {
        return sql.sql("select paper from count_mark limit 1")
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Takes marks away. What was written with a mark that is taken is seen by every statement after this.
     *
     * @return the papers that were marked
     */
    static List<Long> takeMarks(Transaction transaction, int limit) {
        List<Long> papers = transaction.list(
                "select distinct paper from count_mark order by paper limit ?", (row, index) -> row.getLong(1), limit);
        papers.forEach(paper -> transaction.execute("delete from count_mark where paper = ?", paper));
        return papers;
    }
}
