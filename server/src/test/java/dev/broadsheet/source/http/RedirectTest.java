package dev.broadsheet.source.http;

import static dev.broadsheet.source.http.ScriptedServer.status;
import static dev.broadsheet.source.http.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.broadsheet.source.HostRule;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    private static final HostRule PUBLIC = new HostRule("papers.example", Duration.ZERO, 0, false);
    private static final HostRule ODD = new HostRule("odd.example:8080", Duration.ZERO, 0, false);
    private static final AllowedTargets TARGETS = new AllowedTargets(Map.of(PUBLIC.host(), PUBLIC, ODD.host(), ODD));

    private final FakeTime time = new FakeTime();

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowedAndTheAddressToldWhereItLed(int status) throws IOException {
        try (ScriptedServer server = new ScriptedServer(status(status, "gone there", "Location", "/b"), text("x"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            assertThat(fetcher.get(server.at("/a")).address()).isEqualTo(server.at("/b"));
        }
    }

    @Test
    void thePauseIsKeptBetweenRedirects() throws IOException {
        Duration pause = Duration.ofSeconds(3);
        try (ScriptedServer server = new ScriptedServer(status(302, "", "Location", "/b"), text("x"));
                PoliteFetcher fetcher = fetcher(Map.of(server.host(), server.rule(pause, 0)))) {
            fetcher.get(server.at("/a"));
            assertThat(time.waits()).containsExactly(pause);
        }
    }

    @Test
    void aRedirectToAnotherConfiguredHostIsFollowed() throws IOException {
        try (ScriptedServer one = new ScriptedServer(text("x"));
                ScriptedServer other = new ScriptedServer(
                        status(302, "", "Location", one.at("/there").toString()));
                PoliteFetcher fetcher = fetcher(
                        Map.of(one.host(), one.rule(Duration.ZERO, 0), other.host(), other.rule(Duration.ZERO, 0)))) {
            assertThat(fetcher.get(other.at("/")).address()).isEqualTo(one.at("/there"));
        }
    }

    @Test
    void aRedirectToAHostThatIsNotConfiguredIsNotFollowed() throws IOException {
        try (ScriptedServer stranger = new ScriptedServer(text("x"));
                ScriptedServer server = new ScriptedServer(
                        status(302, "", "Location", stranger.at("/").toString()));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            FetchException problem = refused(fetcher, server.at("/"));
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
            assertThat(problem).hasMessageContaining(stranger.host()).hasMessageContaining("not followed");
            assertThat(stranger.requests()).isEmpty();
        }
    }

    @Test
    void aRedirectIntoTheOwnNetworkIsNotFollowedEvenToAConfiguredHost() throws IOException {
        try (ScriptedServer inside = new ScriptedServer(text("secret"));
                ScriptedServer server = new ScriptedServer(
                        status(302, "", "Location", inside.at("/").toString()));
                PoliteFetcher fetcher = fetcher(Map.of(
                        server.host(),
                        server.rule(Duration.ZERO, 0),
                        inside.host(),
                        new HostRule(inside.host(), Duration.ZERO, 0, false)))) {
            assertThat(refused(fetcher, server.at("/"))).hasMessageContaining("private network");
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void aCircleOfRedirectsIsLeft() throws IOException {
        try (ScriptedServer server = new ScriptedServer(status(302, "", "Location", "?again"));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            FetchException problem = refused(fetcher, server.at("/a/b?once"));
            assertThat(problem.kind()).isEqualTo(FetchException.Kind.REFUSED);
            assertThat(server.requests()).hasSize(6);
            assertThat(server.addresses().getLast()).hasToString("/a/b?again");
        }
    }

    @Test
    void aRedirectToNowhereIsRefused() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                        status(302, ""), status(302, "", "Location", "http://a b/"), status(300, ""));
                PoliteFetcher fetcher = fetcher(server.allowed())) {
            for (int i = 0; i < 3; i++) {
                assertThat(refused(fetcher, server.at("/")).kind()).isEqualTo(FetchException.Kind.REFUSED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://papers.example/a, https://papers.example/b, https://papers.example/b",
        "https://papers.example/a, /b?c#d, https://papers.example/b?c",
        "https://papers.example/a/b, ?c, https://papers.example/a/b?c",
        "https://papers.example/a, //PAPERS.example/b, https://PAPERS.example/b",
        "https://papers.example/a, https://papers.example:443/b, https://papers.example:443/b",
        "http://odd.example:8080/, https://odd.example/, https://odd.example/",
        "https://papers.example/, https://odd.example:8080/, https://odd.example:8080/",
    })
    void theseRedirectsAreFollowed(URI from, String location, URI to) throws FetchException {
        assertThat(TARGETS.moved(TARGETS.of(from), location).address()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "https://papers.example/a, http://papers.example/a",
        "https://papers.example/a, https://papers.example:8443/a",
        "https://papers.example/a, https://papers.example.evil.example/",
        "https://papers.example/a, https://papers.example@evil.example/",
        "https://papers.example/a, https://user@papers.example/",
        "https://papers.example/a, https://127.0.0.1/",
        "https://papers.example/a, https://[::1]/",
        "https://papers.example/a, file:///etc/passwd",
        "https://papers.example/a, ftp://papers.example/a",
        "https://papers.example/a, gopher:papers.example",
        "http://odd.example:8080/, http://odd.example/",
        "http://odd.example:8080/, https://papers.example.:8080/",
    })
    void theseRedirectsAreNot(URI from, String location) throws FetchException {
        Target start = TARGETS.of(from);
        FetchException problem = catchThrowableOfType(FetchException.class, () -> TARGETS.moved(start, location));
        assertThat(problem.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "jar:file:/a.jar!/b",
                "/papers",
                "mailto:a@papers.example",
                "http://papers.example:99999/",
                "http://user:word@papers.example/"
            })
    void onlyWebAddressesAreAskedAndPasswordsNotShown(URI address) {
        FetchException problem = catchThrowableOfType(FetchException.class, () -> TARGETS.of(address));
        assertThat(problem.kind()).isEqualTo(FetchException.Kind.FORBIDDEN);
        assertThat(problem.getMessage()).doesNotContain("word@");
    }

    private PoliteFetcher fetcher(Map<String, HostRule> rules) {
        FetchPolicy policy =
                new FetchPolicy("test", Duration.ofSeconds(60), 1 << 20, Duration.ofSeconds(1), Duration.ofMinutes(5));
        return new PoliteFetcher(rules, policy, time, time);
    }

    private static FetchException refused(Fetcher fetcher, URI address) {
        return catchThrowableOfType(FetchException.class, () -> fetcher.get(address));
    }
}
