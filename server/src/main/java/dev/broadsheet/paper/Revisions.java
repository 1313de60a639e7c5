package dev.broadsheet.paper;

import dev.broadsheet.database.Transaction;

/**
 * The revision numbers of one transaction. The row that holds the latest is locked when the
 * transaction begins and to its end, so that the catalogue has one writer at a time on PostgreSQL as
 * on SQLite, and numbers become visible in order: a follower that has read number n has missed
 * nothing below n. Nobody but the catalogue waits for that row. For one thread.
 */
final class Revisions {
    private final Transaction transaction;
    private final long first;
    private long latest;

    private Revisions(Transaction transaction, long latest) {
        this.transaction = transaction;
        this.first = latest;
        this.latest = latest;
    }

    /** Must be the transaction's first statement, so that all others see what earlier writers left. */
    static Revisions lock(Transaction transaction) {
        long latest = transaction
                .number("update revision set latest = latest returning latest")
                .orElseThrow();
        return new Revisions(transaction, latest);
    }

    /** The next number; each change takes one of its own. */
    long next() {
        return ++latest;
    }

    /** Must be called at the end. */
    void save() {
        if (latest != first) {
            transaction.execute("update revision set latest = ?", latest);
        }
    }
}
