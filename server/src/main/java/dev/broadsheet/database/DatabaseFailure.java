package dev.broadsheet.database;

import dev.broadsheet.installation.FullDisk;
import dev.broadsheet.installation.OperatorException;
import org.springframework.transaction.TransactionSystemException;

/** What to say of a failure of the database. */
final class DatabaseFailure {
    private DatabaseFailure() {}

    /** What failed, or that the disk is full if that is why. */
    static RuntimeException explain(RuntimeException failure) {
        // SQLite undoes the transaction by itself when the disk is full; the attempt to do it again
        // then fails and covers up the reason.
        Throwable first =
                failure instanceof TransactionSystemException system && system.getApplicationException() != null
                        ? system.getApplicationException()
                        : failure;
        return FullDisk.isReasonOf(first)
                ? new OperatorException(
                        "The disk is full. Everything acknowledged so far is kept, the step under way was undone. "
                                + "Free some space and start again: the work goes on where it stopped.",
                        failure)
                : failure;
    }
}
