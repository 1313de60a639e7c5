package dev.broadsheet.installation;

import org.jspecify.annotations.Nullable;

/**
 * A problem that the person who runs Broadsheet can solve. The message says what happened, what was
 * kept and what to do, and is printed as it stands, without a stack trace.
 */
public class OperatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperatorException(String message) {
        super(message);
    }

    public OperatorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
