package dev.broadsheet.source.openalex;

import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import dev.broadsheet.source.paged.Fields;
import java.net.URI;

/** Keeps the key, which stands in addresses, out of what is said when something goes wrong. */
final class KeyHiding implements Fetcher {
    private final Fetcher fetcher;
    private final String key;

    KeyHiding(Fetcher fetcher, String key) {
        this.fetcher = fetcher;
        this.key = key;
    }

    @Override
    public Answer get(URI address) throws FetchException {
        if (key.isEmpty()) {
            return fetcher.get(address);
        }
        try {
            return fetcher.get(address);
        } catch (FetchException e) {
            // Without its cause, whose message holds the address too.
            throw new FetchException(e.kind(), hidden(e), e.status(), e.body().replace(key, "…"), null);
        }
    }

    private String hidden(FetchException e) {
        return String.valueOf(e.getMessage()).replace(Fields.encoded(key), "…").replace(key, "…");
    }
}
