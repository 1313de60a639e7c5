package dev.broadsheet.site;

/** Tells who reads, from what a request brings. Called by many threads, at most once for each request. */
@FunctionalInterface
public interface Authenticator {
    /**
     * @return {@link Reader#ANONYMOUS} where nothing proves who it is
     * @throws Refusal with 401 where the request brings a proof that does not hold and would rather know than be anonymous
     */
    Reader readerOf(Request request);
}
