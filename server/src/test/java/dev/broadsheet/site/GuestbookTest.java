package dev.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chassis does for any room. */
class GuestbookTest {
    private static final Guestbook GUESTBOOK = new Guestbook();

    private static Site site;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        site = Site.start("localhost", 0, () -> Edition.DEFAULT, List.of(GUESTBOOK));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        site.close();
    }

    @BeforeEach
    void empty() {
        GUESTBOOK.entries.clear();
    }

    @Test
    void aFormDoesItsWorkAndSaysSoOnce() {
        HttpResponse<String> form = get("/guestbook");
        String cookie = cookie(form, "broadsheet-csrf");

        HttpResponse<String> sent = post("_csrf=" + token(form) + "&name=Mira&day=2026-08-21", "Cookie", cookie);

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/guestbook");
        assertThat(GUESTBOOK.entries).containsExactly("Mira");
        HttpResponse<String> told = get("/guestbook/entries", "Cookie", cookie(sent, "broadsheet-flash"));
        assertThat(told.body()).contains("Welcome, Mira!");
        assertThat(told.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(told.headers().firstValue("Set-Cookie").orElseThrow()).contains("broadsheet-flash=;", "Max-Age=0");
        assertThat(get("/guestbook/entries").body()).doesNotContain("Welcome");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldWithWhatWasTyped() {
        HttpResponse<String> form = get("/guestbook");

        HttpResponse<String> again = post(
                "_csrf=" + token(form) + "&name=&day=" + encoded("\"soon\""),
                "Cookie",
                cookie(form, "broadsheet-csrf"));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("name=\"name\" value=\"\"><small class=\"error\">A guest has a name.</small>")
                .contains("name=\"day\" value=\"&#34;soon&#34;\"><small class=\"error\">The day, “")
                .contains("is not a date.");
        assertThat(GUESTBOOK.entries).isEmpty();
    }

    @Test
    void aFormFromElsewhereDoesNothing() {
        HttpResponse<String> form = get("/guestbook");
        String token = token(form);
        String cookie = cookie(form, "broadsheet-csrf");
        HttpResponse<String> another = get("/guestbook");

        List<HttpResponse<String>> refused = List.of(
                post("name=Mira"),
                post("name=Mira", "Cookie", cookie),
                post("_csrf=" + token + "&name=Mira"),
                post("_csrf=&name=Mira", "Cookie", cookie),
                post("_csrf=" + token.substring(1) + "&name=Mira", "Cookie", cookie),
                post("_csrf=" + token(another) + "&name=Mira", "Cookie", cookie),
                post("_csrf=" + token + "&name=Mira", "Cookie", "broadsheet-csrf="),
                post("_csrf=" + token + "&name=Mira", "Cookie", "broadsheet-csrf=!"),
                post("_csrf=" + token + "&name=Mira", "Cookie", cookie, "Sec-Fetch-Site", "cross-site"),
                post("_csrf=" + token + "&name=Mira", "Cookie", cookie, "Sec-Fetch-Site", "same-site"));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Nothing was changed.");
        });
        assertThat(GUESTBOOK.entries).isEmpty();
        assertThat(post("_csrf=" + token + "&name=Mira", "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
        assertThat(post("name=Mira", "Cookie", cookie, "X-CSRF-Token", token).statusCode())
                .isEqualTo(303);
    }

    @Test
    void noTwoPagesShowTheSameToken() {
        HttpResponse<String> form = get("/guestbook");
        String cookie = cookie(form, "broadsheet-csrf");

        HttpResponse<String> again = get("/guestbook", "Cookie", cookie);

        assertThat(token(again)).isNotEqualTo(token(form));
        assertThat(again.headers().firstValue("Set-Cookie")).as("kept").isEmpty();
        assertThat(post("_csrf=" + token(again) + "&name=Mira", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aProxyMayKeepWhatIsTheSameForEverybody() {
        HttpResponse<String> anonymous = get("/guestbook/entries");
        assertThat(anonymous.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(anonymous.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = anonymous.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/guestbook/entries", "If-None-Match", tag).statusCode()).isEqualTo(304);

        HttpResponse<String> signedIn = get("/guestbook/entries", "Cookie", "who=Mira");
        assertThat(signedIn.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(signedIn.body()).contains("Mira");
        assertThat(get("/guestbook.json", "Cookie", "who=Mira").headers().firstValue("Cache-Control"))
                .contains("private, no-cache");
        // Its token is this reader's own.
        assertThat(get("/guestbook").headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void cookiesAreOutOfTheReachOfScriptsAndOfOtherSites() {
        assertThat(get("/guestbook").headers().firstValue("Set-Cookie").orElseThrow())
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(get("/guestbook", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .contains("Secure");
    }

    @ParameterizedTest
    @CsvSource({
        "/guestbook/nobody, text/html",
        "/guestbook/nobody, text/html;q=0.9",
        "/guestbook/nobody.bib, */*",
        "/guestbook/nobody, not a type",
    })
    void aRefusalIsAPage(String path, String accept) {
        HttpResponse<String> refused = get(path, "Accept", accept);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(refused.body())
                .contains("<h1>No such guest</h1>", "Nobody called “nobody” was here.", "Look for them elsewhere.");
    }

    @ParameterizedTest
    @CsvSource({
        "/guestbook/nobody.json, text/html",
        "/guestbook/nobody, application/json",
        "/api/guestbook/nobody, text/html"
    })
    void aRefusalIsJson(String path, String accept) {
        HttpResponse<String> refused = get(path, "Accept", accept);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(refused.body()).isEqualTo("{\"error\":\"No such guest. Nobody called “nobody” was here.\"}");
    }

    @ParameterizedTest
    @CsvSource({"/guestbook/nobody.md, text/html", "/guestbook/nobody, text/markdown"})
    void aRefusalIsMarkdown(String path, String accept) {
        HttpResponse<String> refused = get(path, "Accept", accept);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/markdown");
        assertThat(refused.body()).isEqualTo("No such guest. Nobody called “nobody” was here.\n");
    }

    @Test
    void aFailureHasANumberAndTellsNothingElse() {
        HttpResponse<String> page = get("/guestbook/broken");
        HttpResponse<String> json = get("/guestbook/broken", "Accept", "application/json");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).containsPattern("the number [0-9a-f]{8},").doesNotContain("ink is dry");
        assertThat(json.body()).matches("\\{\"error\":\"Internal error [0-9a-f]{8}; the server's log explains it\"}");
    }

    @Test
    void anAddressSaysWhatItAnswers() {
        assertThat(send("DELETE", "/guestbook").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/guestbook").headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
        assertThat(send("POST", "/guestbook/entries").headers().firstValue("Allow"))
                .contains("GET, HEAD, OPTIONS");
        assertThat(send("GET", "/api/guestbook").body()).contains("This address answers OPTIONS, POST, not GET.");
        HttpResponse<String> options = send("OPTIONS", "/guestbook");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
        assertThat(send("HEAD", "/guestbook/entries").statusCode()).isEqualTo(200);
        assertThat(send("POST", "/nowhere").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/api/nowhere").body()).startsWith("{\"error\":");
    }

    @Test
    void aQuestionMayBePostedFromAnywhere() {
        HttpRequest.Builder question = HttpRequest.newBuilder(at("/api/guestbook"))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site");

        assertThat(send(question.POST(BodyPublishers.ofString("{\"who\":1}")).build())
                        .body())
                .isEqualTo("{\"who\":1}");
        assertThat(send(question.POST(BodyPublishers.ofString("x".repeat(100_000)))
                                .build())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFormOfMoreThanAQuarterOfAMegabyteIsNotRead() {
        assertThat(post("name=" + "x".repeat(300_000)).statusCode()).isEqualTo(413);
    }

    static List<String> languages() {
        return List.of("de, en;q=0.5", "*", "", "not a language!!", "en-GB", "a,".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whateverLanguageIsAskedForThereIsOneToAnswerIn(String accepted) {
        assertThat(get("/guestbook/entries", "Accept-Language", accepted).body())
                .contains("<html lang=\"en\">");
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + site.port() + path);
    }

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static HttpResponse<String> post(String form, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(Arrays.asList(headers));
        return send(HttpRequest.newBuilder(at("/guestbook"))
                .headers(all.toArray(String[]::new))
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private static HttpResponse<String> send(String method, String path) {
        return send(HttpRequest.newBuilder(at(path))
                .method(method, BodyPublishers.noBody())
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String token(HttpResponse<String> page) {
        return Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .findFirst()
                .map((MatchResult match) -> match.group(1))
                .orElseThrow();
    }

    /** A cookie as it is sent back. */
    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
