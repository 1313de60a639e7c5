package dev.broadsheet.database;

import dev.broadsheet.installation.OperatorException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a full disk from other failures of the database. */
final class FullDisk {
    private FullDisk() {}

    static RuntimeException explain(RuntimeException failure) {
        // SQLite undoes the transaction by itself when the disk is full; the attempt to do it again
        // then fails and covers up the reason.
        Throwable first =
                failure instanceof TransactionSystemException system && system.getApplicationException() != null
                        ? system.getApplicationException()
                        : failure;
        for (@Nullable Throwable cause = first; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isFull(sql)) {
                return new OperatorException(
                        "The disk is full. Everything acknowledged so far is kept, the step under way was undone. "
                                + "Free some space and start again: the work goes on where it stopped.",
                        failure);
            }
        }
        return failure;
    }

    private static boolean isFull(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        // SQLITE_FULL, SQLITE_IOERR_WRITE on a full disk; 53100 is PostgreSQL's disk_full.
        return message.contains("[SQLITE_FULL]")
                || message.contains("[SQLITE_IOERR_WRITE]")
                || message.contains("[SQLITE_IOERR_SHMSIZE]")
                || "53100".equals(failure.getSQLState());
    }
}
