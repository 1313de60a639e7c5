package dev.broadsheet.account.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How somebody makes keys on the page, and what a program can do with one. */
class KeyPagesTest {
    private static final Pattern KEY = Pattern.compile("bsk_[A-Za-z0-9_-]{43}");

    @TempDir
    Path folder;

    private final MovableClock time = new MovableClock("2026-08-22T12:00:00Z");
    private TestServer server;
    private Visitor mira;

    @BeforeEach
    void start() {
        server = new TestServer(folder, Map.of(), time.in(ZoneOffset.UTC));
        mira = server.visitor("mira", Role.MEMBER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aKeyIsShownOnce() {
        HttpResponse<String> made = make("name", "notebook", "scope", "read", "expiry", "90");

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(made.body()).containsPattern(KEY).contains("notebook", "works until 20 November 2026", "never used");
        assertThat(mira.get(KeyPages.PATH).body()).contains("notebook").doesNotContainPattern(KEY);
    }

    @Test
    void aKeySpeaksForItsPersonUntilItExpires() {
        String key = key(make("name", "notebook", "scope", "read", "expiry", "30"));

        assertThat(ask("/status", "Bearer " + key).statusCode()).isEqualTo(200);
        assertThat(ask("/status", "bearer " + key).headers().firstValue("Cache-Control"))
                .as("the person's own page")
                .contains("private, no-cache");
        assertThat(mira.get(KeyPages.PATH).body()).contains("last used 22 August 2026");

        time.set("2026-09-21T23:59:00Z");
        assertThat(ask("/status", "Bearer " + key).statusCode()).isEqualTo(200);
        time.set("2026-09-22T00:00:00Z");
        assertThat(ask("/status", "Bearer " + key).statusCode()).isEqualTo(401);
        assertThat(server.visitor(person()).get(KeyPages.PATH).body()).contains("expired 21 September 2026");
    }

    @Test
    void aKeyThatDoesNotHoldIsToldWhateverWasAskedFor() {
        String key = key(make("name", "notebook", "scope", "read", "expiry", "30"));
        mira.post(KeyPages.PATH + "/revoke", "key", "1");

        for (String path : List.of("/papers", "/api/papers/search?q=x", "/nowhere", "/metrics")) {
            for (String wrong : List.of(key, "bsk_", "bsk_" + "x".repeat(43), "bsk_ü")) {
                HttpResponse<String> answer = ask(path, "Bearer " + wrong);
                assertThat(answer.statusCode()).as(path + " with " + wrong).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
                assertThat(answer.body()).contains("This API key does not hold");
            }
        }
    }

    @Test
    void tokensOfOtherPlacesArePassedOver() {
        for (String foreign :
                List.of("Bearer hf_abcdefghijklmnop", "Bearer ", "Bearer", "Basic bsk_dXNlcjpwYXNz", "")) {
            HttpResponse<String> answer = ask("/api/papers/search?q=bounds", foreign);
            assertThat(answer.statusCode()).as(foreign).isEqualTo(200);
        }
    }

    @Test
    void aProgramWritesACommentByAKeyAlone() {
        long paper = server.catalogue().find(SamplePapers.MONEY).orElseThrow().number();
        String comment = "paper=" + paper + "&text=Well+put.";
        String reading = key(make("name", "reader", "scope", "read", "expiry", "30"));
        String commenting = key(make("name", "commenter", "scope", "comment", "expiry", "30"));

        assertThat(post("/comments", "Bearer " + reading, comment).statusCode()).isEqualTo(403);
        assertThat(post("/comments", "Bearer hf_foreign", comment).statusCode())
                .as("nobody")
                .isEqualTo(403);
        assertThat(post("/comments", "Bearer " + commenting, comment).statusCode())
                .isEqualTo(303);
        assertThat(server.get("/papers/" + SamplePapers.MONEY).body()).containsOnlyOnce("Well put.");
    }

    @Test
    void noKeyManagesKeys() {
        String key = key(make("name", "notebook", "scope", "admin", "expiry", "30"));

        assertThat(ask(KeyPages.PATH, "Bearer " + key).statusCode()).isEqualTo(403);
        assertThat(post(KeyPages.PATH, "Bearer " + key, "name=more&scope=admin&expiry=365")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(KeyPages.PATH + "/revoke", "Bearer " + key, "key=1").statusCode())
                .isEqualTo(403);
        assertThat(mira.get(KeyPages.PATH).body()).doesNotContain("more</h3>");
    }

    @Test
    void aPersonsKeysAreNobodyElsesBusiness() {
        make("name", "notebook", "scope", "read", "expiry", "30");
        Visitor otto = server.visitor("otto", Role.ADMIN);

        assertThat(otto.get(KeyPages.PATH).body()).doesNotContain("notebook");
        assertThat(otto.follow(otto.post(KeyPages.PATH + "/revoke", "key", "1")).body())
                .contains("There was no such key any more.");
        assertThat(mira.get(KeyPages.PATH).body()).contains("notebook");
        assertThat(server.visitor().get(KeyPages.PATH).statusCode()).isEqualTo(401);
        assertThat(server.visitor().post(KeyPages.PATH, "name", "x").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsMade() {
        assertThat(make("name", "", "expiry", "30").body())
                .contains("A name has 1 to 60 characters", "Choose at least one thing");
        assertThat(make("name", "x", "scope", "read", "expiry", "day", "until", "soon")
                        .body())
                .contains("“soon”, is not a date");
        assertThat(make("name", "x", "scope", "read", "expiry", "day").body()).contains("Choose the last day");
        for (String day : List.of("2026-08-21", "2046-08-21")) {
            assertThat(make("name", "x", "scope", "read", "expiry", "day", "until", day)
                            .body())
                    .contains("The last day is today or within ten years.");
        }
        assertThat(mira.get(KeyPages.PATH).body()).contains("You have none.");
        assertThat(make("name", "x", "scope", "read", "expiry", "day", "until", "2026-08-22")
                        .body())
                .contains("works until 22 August 2026");
        assertThat(make("name", "x", "scope", "read", "expiry", "30").body())
                .contains("You have a key of this name")
                .doesNotContainPattern(KEY);
        assertThat(mira.post(KeyPages.PATH + "/revoke", "key", "one").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsTypedIsShownAsItIs() {
        assertThat(make("name", "<b>\"quoted\" & co</b>", "scope", "read", "expiry", "30")
                        .body())
                .contains("&lt;b&gt;\"quoted\" &amp; co&lt;/b&gt;")
                .doesNotContain("<b>\"quoted");
    }

    private Person person() {
        return server.program().people().byName("mira").orElseThrow();
    }

    private HttpResponse<String> make(String... fields) {
        return mira.post(KeyPages.PATH, fields);
    }

    private static String key(HttpResponse<String> page) {
        return KEY.matcher(page.body())
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElseThrow(() -> new AssertionError(page.body()));
    }

    private HttpResponse<String> ask(String path, String authorization) {
        return server.get(path, "Authorization", authorization);
    }

    private HttpResponse<String> post(String path, String authorization, String form) {
        return server.send(HttpRequest.newBuilder(URI.create(server.at(path)))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }
}
