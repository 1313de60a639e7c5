package dev.broadsheet.source.http;

import java.net.URI;
import java.time.Instant;

/**
 * A document as a server gave it, with status 200.
 *
 * @param address where it was found in the end, after redirects
 * @param contentType as the server says, in lower case; empty if it does not
 * @param body unpacked; not to be changed
 * @param at when it was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // documents of many megabytes, which nobody compares
public record Answer(URI address, String contentType, byte[] body, Instant at) {
    /** Without the body, which may be long. */
    @Override
    public String toString() {
        return address + " (" + contentType + ", " + body.length + " bytes)";
    }
}
