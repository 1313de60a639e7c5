package dev.broadsheet.source;

import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.FetchException.Kind;
import dev.broadsheet.source.http.Fetcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers from a script and keeps what it was asked. Of the rules that fit an address the last one
 * told holds; where none fits, there is no such document.
 */
public final class ScriptedFetcher implements Fetcher {
    private final Instant now;
    private final List<Rule> rules = new ArrayList<>();
    private final List<URI> asked = new ArrayList<>();

    private record Rule(Predicate<URI> address, String contentType, Function<URI, String> body) {}

    /** @param now when all documents are asked for */
    public ScriptedFetcher(Instant now) {
        this.now = now;
    }

    /** Answers addresses that contain all of these texts, as written, with the document. */
    public ScriptedFetcher json(String body, String... inAddress) {
        return on(containing(inAddress), "application/json", address -> body);
    }

    /** The same for XML. */
    public ScriptedFetcher xml(String body, String... inAddress) {
        return on(containing(inAddress), "text/xml; charset=utf-8", address -> body);
    }

    public ScriptedFetcher on(Predicate<URI> address, String contentType, Function<URI, String> body) {
        rules.addFirst(new Rule(address, contentType, body));
        return this;
    }

    @Override
    public synchronized Answer get(URI address) throws FetchException {
        asked.add(address);
        if (asked.size() > 10_000) {
            throw new AssertionError("asks without end: " + address);
        }
        for (Rule rule : rules) {
            if (rule.address.test(address)) {
                byte[] body = rule.body.apply(address).getBytes(StandardCharsets.UTF_8);
                return new Answer(address, rule.contentType, body, now);
            }
        }
        throw new FetchException(Kind.NOT_FOUND, address + ": there is no such document (404)", 404, "", null);
    }

    /** What was asked, in order. */
    public synchronized List<URI> asked() {
        return List.copyOf(asked);
    }

    /** The hosts that were asked, with their ports, each once. */
    public List<String> hosts() {
        return asked().stream()
                .map(address -> address.getRawAuthority().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static Predicate<URI> containing(String... texts) {
        return address -> {
            for (String text : texts) {
                if (!address.toString().contains(text)) {
                    return false;
                }
            }
            return true;
        };
    }
}
