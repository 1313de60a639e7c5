package dev.broadsheet.installation;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a full disk, on which whoever runs the program can mend something, from other failures to write. */
public final class FullDisk {
    /** Java has no exception for it: the words are those of Linux and macOS, of a quota there, and of Windows. */
    private static final List<String> WORDS =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

    /** What SQLite says of a full disk, which it does not always tell from other failures to write. */
    private static final List<String> SQLITE =
            List.of("[SQLITE_FULL]", "[SQLITE_IOERR_WRITE]", "[SQLITE_IOERR_SHMSIZE]");

    /** PostgreSQL's disk_full. */
    private static final String POSTGRESQL = "53100";

    private FullDisk() {}

    /** Whether a file or a database could not be written because its disk is full. */
    public static boolean isReasonOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException && WORDS.stream().anyMatch(message::contains)) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && (POSTGRESQL.equals(sql.getSQLState()) || SQLITE.stream().anyMatch(message::contains))) {
                return true;
            }
        }
        return false;
    }
}
