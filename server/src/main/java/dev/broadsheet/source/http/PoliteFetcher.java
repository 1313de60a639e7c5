package dev.broadsheet.source.http;

import dev.broadsheet.source.HostState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks over the network, with manners. Thread-safe. */
public final class PoliteFetcher implements Fetcher, AutoCloseable {
    private final Map<String, HostRule> rules;
    private final Manners manners;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder().build();

    /**
     * @param rules of the hosts that may be asked, by {@link HostRule#host}; looked at anew each time
     */
    public PoliteFetcher(Map<String, HostRule> rules, Manners manners, Clock clock, Sleeper sleeper) {
        this.rules = rules;
        this.manners = manners;
        this.clock = clock;
    }

    /** With the usual manners; see {@link Manners#usual}. */
    public static PoliteFetcher of(Map<String, HostRule> rules, String version, String contact) {
        return new PoliteFetcher(rules, Manners.usual(version, contact), Clock.systemUTC(), Thread::sleep);
    }

    @Override
    public Answer get(URI address) throws FetchException {
        if (!rules.containsKey(String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT))) {
            throw new FetchException(FetchException.Kind.FORBIDDEN, address + ": no such host is configured");
        }
        try {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(address)
                            .header("User-Agent", manners.userAgent())
                            .timeout(manners.timeLimit())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new FetchException(
                        FetchException.Kind.UNAVAILABLE,
                        address + " answers " + response.statusCode(),
                        response.statusCode(),
                        "",
                        null);
            }
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(address, type.toLowerCase(Locale.ROOT), response.body(), clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(FetchException.Kind.UNAVAILABLE, address + ": interrupted", 0, "", e);
        } catch (IOException e) {
            throw new FetchException(FetchException.Kind.UNAVAILABLE, address + ": " + e.getMessage(), 0, "", e);
        }
    }

    /** How it stands with each host that was asked since the start, by name. */
    public List<HostState> states() {
        return List.of();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
