package dev.broadsheet.ingest;

import org.jspecify.annotations.Nullable;

/** The code that reads a source failed, other than by saying that the source cannot be read. */
final class FailedSourceException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FailedSourceException(@Nullable Throwable cause) {
        super("The source failed: " + cause, cause);
    }
}
