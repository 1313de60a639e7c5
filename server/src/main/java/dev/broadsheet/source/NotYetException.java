package dev.broadsheet.source;

import java.io.IOException;

/**
 * What was read is good, but its last part cannot be had yet, and at this hour that is as it should
 * be: it is no problem that anyone must be told, and the next run goes on where this one stopped.
 */
public final class NotYetException extends IOException {
    private static final long serialVersionUID = 1L;

    public NotYetException(String message) {
        super(message);
    }
}
