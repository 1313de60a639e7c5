package dev.broadsheet.source;

import dev.broadsheet.source.http.Answer;
import dev.broadsheet.source.http.FetchException;
import dev.broadsheet.source.http.Fetcher;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server that answers by what the decoded address contains; the last rule that fits counts. */
public final class Script implements Fetcher {
    /** What to answer. */
    public interface Rule {
        byte[] answer(String address) throws FetchException;
    }

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final InstantSource clock;

    public Script(Instant now) {
        this.clock = InstantSource.fixed(now);
    }

    public Script when(String part, String body) {
        return when(part, address -> body.getBytes(StandardCharsets.UTF_8));
    }

    public Script when(String part, Rule rule) {
        rules.remove(part);
        rules.put(part, rule);
        return this;
    }

    /** The addresses asked for, decoded. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Answer get(URI address) throws FetchException {
        String decoded = URLDecoder.decode(address.toString(), StandardCharsets.UTF_8);
        asked.add(decoded);
        Rule found = null;
        for (Map.Entry<String, Rule> rule : rules.entrySet()) {
            if (decoded.contains(rule.getKey())) {
                found = rule.getValue();
            }
        }
        if (found == null) {
            throw new FetchException(FetchException.Kind.NOT_FOUND, "404: " + address, 404, "", null);
        }
        return new Answer(address, "text/xml", found.answer(decoded), clock.instant());
    }
}
