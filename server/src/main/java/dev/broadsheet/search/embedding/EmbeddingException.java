package dev.broadsheet.search.embedding;

import org.jspecify.annotations.Nullable;

/** A model could not be loaded, or could not be run; the message names the model and what was wrong. */
public final class EmbeddingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
