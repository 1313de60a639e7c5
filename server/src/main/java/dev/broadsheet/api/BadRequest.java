package dev.broadsheet.api;

/** A request that cannot be understood; the message tells the client why. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
