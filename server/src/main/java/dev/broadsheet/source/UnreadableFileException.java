package dev.broadsheet.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file whose rest (or whole) cannot be read. The message tells a person what is wrong and what to do. */
public final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }

    public UnreadableFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
