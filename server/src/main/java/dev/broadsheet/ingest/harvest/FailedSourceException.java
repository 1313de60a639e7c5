package dev.broadsheet.ingest.harvest;

import org.jspecify.annotations.Nullable;

/** The code that reads a source failed, other than by saying that the source cannot be read. */
public final class FailedSourceException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public FailedSourceException(@Nullable Throwable cause) {
        super("The source failed: " + cause, cause);
    }
}
