package dev.broadsheet.paper;

import dev.broadsheet.database.Transaction;
import java.util.Optional;

/**
 * Locks on rows of the table {@code paper}, by which a transaction that writes about a paper and one that merges that
 * paper wait for each other. SQLite has no such locks and needs none: it has one writer at a time.
 */
final class PaperLocks {
    private PaperLocks() {}

    /** See {@link Catalogue#hold}. Others may hold the paper too, and may change what is not its number or address. */
    static Optional<Long> hold(Transaction transaction, long paper) {
        // Who waits here for a merge is then given the row as the merge left it.
        Optional<Long> survivor = transaction.first(
                "select merged_into from paper where number = ?" + (transaction.isAlone() ? "" : " for key share"),
                (row, index) -> {
                    long mergedInto = row.getLong(1);
                    return row.wasNull() ? paper : mergedInto;
                },
                paper);
        return survivor.isEmpty() || survivor.get() == paper ? survivor : hold(transaction, survivor.get());
    }

    /** Waits for those who hold one of the papers, and lets nobody hold them from now on. */
    static void forMerge(Transaction transaction, long gone, long survivor) {
        if (!transaction.isAlone()) {
            transaction.list(
                    "select number from paper where number in (?, ?) order by number for update",
                    (row, index) -> row.getLong(1),
                    gone,
                    survivor);
        }
    }
}
