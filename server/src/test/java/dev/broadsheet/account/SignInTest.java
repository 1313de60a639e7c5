package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final String PASSWORD = "a fine long password";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-08-22T12:00:00Z");
    private TestServer server;
    private Person mira;

    @BeforeEach
    void start() {
        server = new TestServer(folder, Map.of(), clock.in(ZoneOffset.UTC));
        mira = server.program().people().add("mira", "Mira Lund", Role.MEMBER);
        password(mira, PASSWORD);
        server.program()
                .database()
                .write(transaction -> transaction.execute(
                        "update person set email = 'mira@example.org' where number = ?", mira.number()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void password(Person person, String password) {
        try (Passwords passwords = new Passwords()) {
            String encoded = passwords.encoded(password);
            server.program()
                    .database()
                    .write(transaction -> transaction.execute(
                            "update person set password = ? where number = ?", encoded, person.number()));
        }
    }

    private static HttpResponse<String> signIn(Visitor visitor, String login, String password) {
        return visitor.post("/sign-in", "login", login, "password", password);
    }

    private static String page(Visitor visitor) {
        return visitor.get("/sign-in").body();
    }

    @Test
    void whoKnowsThePasswordIsSignedInByNameOrAddress() {
        for (String login : List.of("mira", " MIRA ", "mira@example.org", "Mira@Example.org")) {
            Visitor visitor = server.visitor();

            HttpResponse<String> answer = signIn(visitor, login, PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(page(visitor)).contains("<a href=\"/account\">mira</a>");
        }
    }

    @Test
    void theMastheadLeadsToThePageForSigningIn() {
        assertThat(page(server.visitor())).contains("<a href=\"/sign-in\">Sign in</a>");
        assertThat(server.visitor().get("/sign-in").body())
                .contains("autocomplete=\"current-password\"")
                .doesNotContain("Sign up");
    }

    @Test
    void nothingTellsWhetherAnAccountExists() {
        HttpResponse<String> wrong = signIn(server.visitor(), "mira", "another password");
        HttpResponse<String> unknown = signIn(server.visitor(), "nils", "another password");
        HttpResponse<String> address = signIn(server.visitor(), "nils@example.org", PASSWORD);

        assertThat(List.of(wrong, unknown, address)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Name and password do not belong together.");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        });
        assertThat(anonymous(wrong.body(), "mira")).isEqualTo(anonymous(unknown.body(), "nils"));
    }

    private static String anonymous(String page, String login) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(login, "NAME");
    }

    @Test
    void whoIsGoneCannotSignInAndWhoIsSuspendedCanRead() {
        server.program()
                .database()
                .write(transaction -> transaction.execute("update person set suspended_at = 1 where name = 'mira'"));
        assertThat(signIn(server.visitor(), "mira", PASSWORD).statusCode()).isEqualTo(303);
        server.program()
                .database()
                .write(transaction -> transaction.execute("update person set gone_at = 1 where name = 'mira'"));
        assertThat(signIn(server.visitor(), "mira", PASSWORD).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/%0d%0aSet-Cookie:x\r\nSet-Cookie:y=z",
                "///evil.example",
                "/ /evil.example",
                "/\t/evil.example",
                "http:/evil.example",
                "/sign-in",
                "/[",
                "evil"
            })
    void nobodyIsLedElsewhere(String next) {
        HttpResponse<String> answer =
                server.visitor().post("/sign-in", "login", "mira", "password", PASSWORD, "next", next);

        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void afterwardsOneIsWhereOneWas() {
        HttpResponse<String> form = server.visitor().get("/sign-in", "Referer", server.at("/papers?q=a%20b"));
        assertThat(form.body()).contains("name=\"next\" value=\"/papers?q=a%20b\"");
        assertThat(server.visitor()
                        .get("/sign-in", "Referer", "https://evil.example/papers")
                        .body())
                .contains("name=\"next\" value=\"\"");

        HttpResponse<String> answer =
                server.visitor().post("/sign-in", "login", "mira", "password", PASSWORD, "next", "/papers?q=a%20b");

        assertThat(answer.headers().firstValue("Location")).contains("/papers?q=a%20b");
    }

    @Test
    void aSessionThatSomebodyElsePlantedIsNotTakenOver() {
        Visitor stranger = server.visitor("stranger", Role.READER);
        String planted = stranger.cookies();

        signIn(stranger, "mira", PASSWORD);

        assertThat(stranger.cookies()).isNotEqualTo(planted);
        assertThat(server.get("/sign-in", "Cookie", planted).body())
                .contains("Sign in")
                .doesNotContain(">mira<");
    }

    @Test
    void whoSignsOutIsOutEverywhereTheCookieWas() {
        Visitor visitor = server.visitor();
        signIn(visitor, "mira", PASSWORD);
        String cookies = visitor.cookies();
        assertThat(visitor.get("/sign-out").body()).contains("You are signed in as mira.");

        HttpResponse<String> out = visitor.post("/sign-out");

        assertThat(visitor.follow(out).statusCode()).isLessThan(400);
        assertThat(visitor.get("/sign-out").body()).contains("You are not signed in.");
        assertThat(server.get("/sign-in", "Cookie", cookies).body()).contains("Sign in");
    }

    @Test
    void aSessionSurvivesARestartAndEndsAMonthAfterTheLastVisit() {
        Visitor visitor = server.visitor();
        signIn(visitor, "mira", PASSWORD);
        String cookies = visitor.cookies();
        server.close();
        server = new TestServer(folder, Map.of(), clock.in(ZoneOffset.UTC));

        clock.set("2026-09-20T12:00:00Z");
        assertThat(signedIn(cookies)).isTrue();
        clock.set("2026-10-20T11:00:00Z");
        assertThat(signedIn(cookies)).isTrue();
        clock.set("2026-11-19T11:01:00Z");
        assertThat(signedIn(cookies)).isFalse();
    }

    @Test
    void aSessionEndsAfterHalfAYearHoweverOftenItIsUsed() {
        Visitor visitor = server.visitor();
        signIn(visitor, "mira", PASSWORD);
        for (int day = 20; day < 180; day += 20) {
            clock.set(Instant.parse("2026-08-22T12:00:00Z")
                    .plus(Duration.ofDays(day))
                    .toString());
            assertThat(signedIn(visitor.cookies())).isTrue();
        }
        clock.set("2027-02-18T12:01:00Z");
        assertThat(signedIn(visitor.cookies())).isFalse();
    }

    private boolean signedIn(String cookies) {
        return server.get("/sign-in", "Cookie", cookies).body().contains(">mira<");
    }

    @Test
    void guessingIsSlowedDownButNobodyIsLockedOutForEver() {
        Visitor home = server.visitor();
        signIn(home, "mira", PASSWORD);
        home.post("/sign-out");
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(server.visitor(), "mira", "guess number " + i).statusCode())
                    .isEqualTo(422);
        }

        HttpResponse<String> refused = signIn(server.visitor(), "MIRA", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("This was tried too often", "Try again in 15 minutes.");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(800, 900);
        assertThat(signIn(home, "mira", PASSWORD).statusCode())
                .as("in their own browser")
                .isEqualTo(303);

        clock.set("2026-08-22T12:14:00Z");
        assertThat(signIn(server.visitor(), "mira", PASSWORD).statusCode()).isEqualTo(429);
        clock.set("2026-08-22T12:16:00Z");
        assertThat(signIn(server.visitor(), "mira", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void anUnknownNameIsSlowedDownLikeAKnownOne() {
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(server.visitor(), "nobody", "guess number " + i).statusCode())
                    .isEqualTo(422);
        }
        assertThat(signIn(server.visitor(), "nobody", "one more guess").statusCode())
                .isEqualTo(429);
    }

    @Test
    void oneAddressCannotTryManyNames() {
        int refused = 0;
        for (int i = 0; i < 35; i++) {
            refused += signIn(server.visitor(), "name" + i, "guess number 1").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(5);
    }

    @Test
    void behindAProxyTheReadersAddressCountsAndCookiesAreForThisHostAlone() {
        Visitor visitor = server.visitor();
        HttpResponse<String> form = server.get("/sign-in", "X-Forwarded-Proto", "https");
        assertThat(form.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-broadsheet-csrf=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
        signIn(visitor, "mira", PASSWORD);
        assertThat(server.get("/sign-in", "Cookie", visitor.cookies(), "X-Forwarded-Proto", "https")
                        .body())
                .as("a cookie that somebody on the way could have set")
                .contains("Sign in");
    }

    @Test
    void hostileInputIsRefusedCalmly() {
        for (String login : List.of("", "\0", "x".repeat(100_000), "' or 1=1 --", "<script>", "@", "\u202e")) {
            HttpResponse<String> answer = signIn(server.visitor(), login, "y".repeat(100_000));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("<script>\"");
        }
    }
}
