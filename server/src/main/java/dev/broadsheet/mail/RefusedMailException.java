package dev.broadsheet.mail;

import java.io.Serial;

/** That a mail will never be taken, however often it is tried. The message says why. */
final class RefusedMailException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RefusedMailException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
