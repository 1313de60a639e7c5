package dev.broadsheet.site;

/** Tells who reads, from what a request brings. Called by many threads, at most once for each request. */
@FunctionalInterface
public interface Authenticator {
    /** @return {@link Reader#ANONYMOUS} where nothing proves who it is */
    Reader readerOf(Request request);
}
