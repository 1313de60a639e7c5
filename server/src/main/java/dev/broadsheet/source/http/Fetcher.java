package dev.broadsheet.source.http;

import java.net.URI;

/**
 * Gets documents. Thread-safe; a call waits until the host may be asked again, and repeats what may
 * succeed when repeated.
 */
public interface Fetcher {
    /**
     * The document at this address, whole and unpacked.
     *
     * @throws FetchException if it cannot be had: the message tells a person why
     */
    Answer get(URI address) throws FetchException;
}
