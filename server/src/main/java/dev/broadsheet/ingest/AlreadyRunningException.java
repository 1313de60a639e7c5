package dev.broadsheet.ingest;

import dev.broadsheet.installation.OperatorException;

/** A source is being read already, here or in another process; nothing was changed. */
public final class AlreadyRunningException extends OperatorException {
    private static final long serialVersionUID = 1L;

    AlreadyRunningException(String title) {
        super(title + " is being read already, by this server or another program. Nothing was changed."
                + " Wait for that run to end.");
    }
}
