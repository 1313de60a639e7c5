package dev.broadsheet.source.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why a document cannot be had. The message tells a person, in one line, what happened and where. */
public final class FetchException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is, where that decides what to do. */
    public enum Kind {
        /** The server says that there is no such thing (404, 410). */
        NOT_FOUND,
        /** The server refuses the request as it stands (other 4xx): to repeat it is no use. */
        REFUSED,
        /** Too many requests, no answer, half an answer, 5xx: it may work another time. */
        UNAVAILABLE,
        /** We do not ask: host not configured, private address, too large, circuit open. */
        FORBIDDEN
    }

    private final Kind kind;
    private final int status;
    private final String body;

    /**
     * @param status of the answer, 0 without one
     * @param body the beginning of the answer's text, may be empty
     */
    public FetchException(Kind kind, String message, int status, String body, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.body = body;
    }

    public FetchException(Kind kind, String message) {
        this(kind, message, 0, "", null);
    }

    public Kind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    public String body() {
        return body;
    }
}
