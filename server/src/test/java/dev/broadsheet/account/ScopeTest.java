package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.site.Edition;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import dev.broadsheet.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request with a key may do in a room that asks {@link Person}. */
class ScopeTest {
    private static Site site;
    private static HttpClient client;

    private static final Throttle THROTTLE = new Throttle(Clock.systemUTC());
    private static final Throttle.Action PRESSING = Throttle.Action.of(
                    "press", Throttle.Limit.of(1_000, Duration.ofDays(1)))
            .role(Role.READER, Throttle.Limit.of(2, Duration.ofDays(1)));

    /** Whoever brings a list of scopes in the header {@code Scopes} holds such a key. */
    private static final class Room implements Endpoints {
        @Override
        public void addTo(Routes routes) {
            routes.authenticator(Room::readerOf)
                    .get(
                            "/whoami",
                            request -> Response.text(
                                    "text/plain",
                                    Person.of(request).map(Person::name).orElse("nobody")))
                    .get("/mine", request -> done(Person.require(request, Role.MEMBER)))
                    .get("/people", request -> done(Person.require(request, Role.ADMIN)))
                    .get("/password", request -> done(Person.requireSession(request, Role.READER)))
                    .post("/vote", request -> done(Person.require(request, Role.MEMBER, Scope.VOTE)))
                    .post("/press", Room::press)
                    .post("/settings", request -> done(Person.require(request, Role.MEMBER)));
        }

        private static Response press(Request request) {
            Person person = Person.require(request, Role.MEMBER, Scope.VOTE);
            THROTTLE.take(request, PRESSING);
            return done(person);
        }

        private static Response done(Person person) {
            return Response.text("text/plain", person.name());
        }

        private static Reader readerOf(Request request) {
            Role role = request.header("Role").map(Role::of).orElse(Role.ADMIN);
            Person person = new Person(1, "mira", "", role, Instant.EPOCH, Person.State.ACTIVE);
            return request.header("Scopes")
                    .<Reader>map(words -> new KeyHolder(
                            person,
                            Arrays.stream(words.split(" "))
                                    .flatMap(word -> Scope.of(word).stream())
                                    .collect(Collectors.toUnmodifiableSet())))
                    .orElse(request.header("Role").isPresent() ? person : Reader.ANONYMOUS);
        }
    }

    @BeforeAll
    static void start() {
        site = Site.start("localhost", 0, () -> Edition.DEFAULT, List.of(new Room()));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /whoami, read, 200",
        "GET, /mine, read, 200",
        "GET, /mine, vote, 403",
        "GET, /people, read, 403",
        "GET, /people, admin, 200",
        "GET, /password, admin, 403",
        "POST, /vote, vote, 200",
        "POST, /vote, read, 403",
        "POST, /vote, read submit comment, 403",
        "POST, /vote, admin, 200",
        "POST, /vote, none, 403",
        "POST, /settings, read vote submit comment, 403",
        "POST, /settings, admin, 200",
    })
    void aKeyMayDoWhatItsScopesSay(String method, String path, String scopes, int status) {
        assertThat(send(method, path, "Scopes", scopes).statusCode()).isEqualTo(status);
    }

    @Test
    void aKeyMayDoNoMoreThanItsPerson() {
        assertThat(send("POST", "/vote", "Scopes", "vote", "Role", "reader").statusCode())
                .isEqualTo(403);
        assertThat(send("GET", "/people", "Scopes", "admin", "Role", "moderator")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aKeyThatMayNotReadReadsAsAnybodyDoes() {
        assertThat(send("GET", "/whoami", "Scopes", "vote").body()).isEqualTo("nobody");
        assertThat(send("GET", "/whoami", "Scopes", "read").body()).isEqualTo("mira");
    }

    @Test
    void aKeyThatMayNotReadCountsForItsPersonAllTheSame() {
        assertThat(send("POST", "/press", "Scopes", "vote").statusCode()).isEqualTo(200);
        assertThat(send("POST", "/press", "Scopes", "vote read").statusCode()).isEqualTo(200);
        assertThat(send("POST", "/press", "Scopes", "vote").statusCode()).isEqualTo(429);
    }

    @Test
    void whoIsSignedInNeedsTheFormsTokenAndWhoHasAKeyDoesNot() {
        assertThat(send("POST", "/vote", "Role", "member").statusCode()).isEqualTo(403);
        assertThat(send("POST", "/vote", "Role", "member", "Scopes", "vote").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsNobodyIsAskedToProveWhoTheyAre() {
        HttpResponse<String> refused = send("GET", "/mine");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    private static HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + site.port() + path))
                .method(method, BodyPublishers.noBody());
        try {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
