package dev.broadsheet.source.http;

import java.net.URI;

/** Keeps a key, which stands in addresses, out of what is said when something goes wrong. Thread-safe. */
public final class KeyHidingFetcher implements Fetcher {
    private final Fetcher fetcher;
    private final String key;

    private KeyHidingFetcher(Fetcher fetcher, String key) {
        this.fetcher = fetcher;
        this.key = key;
    }

    /** @param key empty without one */
    public static Fetcher of(Fetcher fetcher, String key) {
        return key.isEmpty() ? fetcher : new KeyHidingFetcher(fetcher, key);
    }

    @Override
    public Answer get(URI address) throws FetchException {
        try {
            return fetcher.get(address);
        } catch (FetchException e) {
            // Without its cause, whose message holds the address too.
            throw new FetchException(
                    e.kind(), hidden(String.valueOf(e.getMessage())), e.status(), hidden(e.body()), null);
        }
    }

    private String hidden(String text) {
        return text.replace(ServiceAddress.encoded(key), "…").replace(key, "…");
    }
}
