package dev.broadsheet.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.installation.Digest;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way to a provider and back, with one that behaves and one that does not. */
class OidcPagesTest {
    private static final String BEGIN = "/sign-in/with/test";
    private static final String CALLBACK = BEGIN + "/callback";

    @TempDir
    Path folder;

    private final MovableClock time = new MovableClock("2026-08-22T12:00:00Z");
    private ScriptedProvider provider;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        provider = new ScriptedProvider(time);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        provider.close();
    }

    private void serve(String... settings) {
        Map<String, String> all = new HashMap<>(provider.settings());
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        server = new TestServer(folder, all, time.in(ZoneOffset.UTC));
    }

    @Test
    void whoTheProviderVouchesForGetsAnAccountAndComesBackToIt() {
        serve("accounts.sign-up", "open");
        Visitor mira = server.visitor();
        assertThat(mira.get("/sign-in").body()).contains("Sign in with The University");

        HttpResponse<String> in = signIn(mira, "mira", BEGIN + "?next=/status");

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/status");
        assertThat(mira.get("/status").body()).contains(">mira</a>");
        Person person = person("mira");
        assertThat(person.fullName()).isEqualTo("Name of mira");
        assertThat(person.role()).isEqualTo(Role.MEMBER);
        assertThat(email(person)).as("not trusted with addresses").isEmpty();

        Visitor elsewhere = server.visitor();
        signIn(elsewhere, "mira", BEGIN);
        assertThat(elsewhere.get("/status").body()).contains(">mira</a>");
    }

    @Test
    void aNameThatIsTakenIsNotTakenOver() {
        serve("accounts.sign-up", "open");
        server.program().people().add("mira", "The first", Role.ADMIN);
        Visitor second = server.visitor();

        signIn(second, "mira", BEGIN);

        assertThat(second.get("/status").body()).contains(">mira-2</a>");
        assertThat(person("mira-2").role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void noAccountIsMadeWhereSignUpIsClosedOrByInvitation() {
        for (String setting : List.of("closed", "invitation")) {
            serve("accounts.sign-up", setting);
            Visitor mira = server.visitor();

            HttpResponse<String> refused = signIn(mira, "mira", BEGIN);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("You have no account here");
            assertThat(server.program().people().byName("mira")).isEmpty();
            server.close();
        }
    }

    @Test
    void anInvitationIsGoodForOneAccount() {
        serve("accounts.sign-up", "invitation");
        String token = "x".repeat(43);
        server.program()
                .database()
                .write(transaction -> transaction.execute(
                        "insert into one_time_link (token, purpose, role, email, created_at, expires_at)"
                                + " values (?, 'invitation', 'curator', 'm@lab.example', 0, ?)",
                        Digest.hex(token, 32),
                        time.instant().plusSeconds(60).toEpochMilli()));

        assertThat(server.visitor().get("/link/" + token).body())
                .contains("Join with The University", BEGIN + "?invitation=" + token);
        Visitor mira = server.visitor();
        signIn(mira, "mira", BEGIN + "?invitation=" + token);
        HttpResponse<String> second = signIn(server.visitor(), "otto", BEGIN + "?invitation=" + token);

        assertThat(mira.get("/account").body())
                .contains("curator", "/account/identities", "/account/passkeys", "/account/keys");
        assertThat(person("mira").role()).isEqualTo(Role.CURATOR);
        assertThat(email(person("mira")))
                .as("to which the invitation was mailed")
                .containsExactly("m@lab.example");
        assertThat(second.statusCode()).isEqualTo(403);
    }

    @Test
    void anAddressOpensAnAccountOnlyWhereTheProviderIsTrustedAndHasVerifiedIt() {
        serve("accounts.sign-up", "open");
        withEmail("mira-here", "mira@university.example", true);
        signIn(server.visitor(), "mira", BEGIN);
        assertThat(server.program().people().byName("mira")).as("a new account").isPresent();
        server.close();

        serve("accounts.sign-up", "open", "oidc.test.link-by-email", "true");
        withEmail("otto-here", "otto@university.example", true);
        withEmail("nora-here", "nora@university.example", false);
        Visitor otto = server.visitor();
        signIn(otto, "otto", BEGIN);
        assertThat(otto.get("/status").body()).contains(">otto-here</a>");
        Visitor nora = server.visitor();
        signIn(nora, "nora", BEGIN);
        assertThat(nora.get("/status").body())
                .as("whose address nobody has confirmed here")
                .contains(">nora</a>");

        provider.claims =
                builder -> builder.claim("email", "otto@university.example").claim("email_verified", false);
        Visitor stranger = server.visitor();
        signIn(stranger, "stranger", BEGIN);
        assertThat(stranger.get("/status").body()).contains(">stranger</a>");
    }

    @Test
    void whoIsSignedInLinksAndUnlinks() {
        serve();
        Visitor mira = server.visitor("mira", Role.MEMBER);
        password("mira");

        HttpResponse<String> onward = mira.post(OidcPages.PATH + "/link", "provider", "test");
        assertThat(onward.statusCode()).isEqualTo(200);
        String refresh = onward.headers().firstValue("Refresh").orElseThrow();
        URI authorization = URI.create(refresh.substring(refresh.indexOf("url=") + 4));
        HttpResponse<String> linked = mira.get(CALLBACK + "?" + provider.agree(authorization, "m.muster"));

        assertThat(linked.statusCode()).isEqualTo(303);
        assertThat(mira.follow(linked).body())
                .contains("From now on you can sign in with The University.", "m.muster@university.example");
        Visitor again = server.visitor();
        signIn(again, "m.muster", BEGIN);
        assertThat(again.get("/status").body()).contains(">mira</a>");

        HttpResponse<String> unlinked =
                mira.post(OidcPages.PATH + "/unlink", "issuer", provider.issuer(), "subject", "m.muster");
        assertThat(mira.follow(unlinked).body()).contains("It is unlinked.").doesNotContain("m.muster");
        assertThat(signIn(server.visitor(), "m.muster", BEGIN).statusCode()).isEqualTo(403);
    }

    @Test
    void theOnlyWayInIsNotUnlinked() {
        serve("accounts.sign-up", "open");
        Visitor mira = server.visitor();
        signIn(mira, "mira", BEGIN);

        assertThat(mira.post(OidcPages.PATH + "/unlink", "issuer", provider.issuer(), "subject", "mira")
                        .statusCode())
                .isEqualTo(409);
        assertThat(mira.get(OidcPages.PATH).body()).contains("the only way");
    }

    @Test
    void anIdentityOfSomebodyElseIsNotLinked() {
        serve("accounts.sign-up", "open");
        signIn(server.visitor(), "mira", BEGIN);
        Visitor otto = server.visitor("otto", Role.MEMBER);

        String refresh = otto.post(OidcPages.PATH + "/link", "provider", "test")
                .headers()
                .firstValue("Refresh")
                .orElseThrow();
        URI authorization = URI.create(refresh.substring(refresh.indexOf("url=") + 4));

        assertThat(otto.get(CALLBACK + "?" + provider.agree(authorization, "mira"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatOneBrowserBeganNoOtherEnds() {
        serve("accounts.sign-up", "open");
        Visitor attacker = server.visitor();
        String answer = provider.agree(authorization(attacker, BEGIN), "attacker");
        Visitor victim = server.visitor();

        assertThat(victim.get(CALLBACK + "?" + answer).statusCode())
                .as("nothing begun")
                .isEqualTo(400);
        authorization(victim, BEGIN);
        assertThat(victim.get(CALLBACK + "?" + answer).statusCode())
                .as("another begun")
                .isEqualTo(400);
        assertThat(victim.get("/status").body()).doesNotContain(">attacker</a>");
        assertThat(provider.asked).doesNotContain("/token");
        assertThat(attacker.get(CALLBACK + "?" + answer).statusCode()).isEqualTo(303);
        assertThat(attacker.get(CALLBACK + "?" + answer).statusCode())
                .as("twice")
                .isEqualTo(400);
    }

    @Test
    void aCodeIsGoodOnce() {
        serve("accounts.sign-up", "open");
        Visitor mira = server.visitor();
        String answer = provider.agree(authorization(mira, BEGIN), "mira");
        String cookies = mira.cookies();

        assertThat(mira.get(CALLBACK + "?" + answer).statusCode()).isEqualTo(303);
        assertThat(server.get(CALLBACK + "?" + answer, "Cookie", cookies).statusCode())
                .as("replayed with the cookie of the attempt")
                .isEqualTo(502);
    }

    @Test
    void whatTookTooLongIsBegunAnew() {
        serve("accounts.sign-up", "open");
        Visitor mira = server.visitor();
        String answer = provider.agree(authorization(mira, BEGIN), "mira");

        time.set("2026-08-22T12:11:00Z");

        assertThat(mira.get(CALLBACK + "?" + answer).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterwards() {
        serve("accounts.sign-up", "open");
        for (String next : List.of("https://evil.example/", "//evil.example/", "/\\evil.example")) {
            HttpResponse<String> in = signIn(server.visitor(), "mira", BEGIN + "?next=" + next.replace("\\", "%5C"));
            assertThat(in.headers().firstValue("Location")).as(next).contains("/");
        }
    }

    @Test
    void aCookieThatSomebodyElseWroteLeadsNobodyToAnotherSite() {
        serve("accounts.sign-up", "open");
        Visitor mira = server.visitor();
        String answer = provider.agree(authorization(mira, BEGIN + "?next=/status"), "mira");
        String cookies = mira.cookies();
        assertThat(cookies).contains(inCookie("/status"));

        HttpResponse<String> in = server.get(
                CALLBACK + "?" + answer, "Cookie", cookies.replace(inCookie("/status"), inCookie("//evil.example/")));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/");
    }

    private static String inCookie(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoDoesNotAgreeIsNotSignedIn() {
        serve("accounts.sign-up", "open");
        Visitor mira = server.visitor();
        String state = ScriptedProvider.parameters(authorization(mira, BEGIN).getRawQuery())
                .get("state");

        HttpResponse<String> denied =
                mira.get(CALLBACK + "?error=access_denied&error_description=%3Cb%3Eno&state=" + state);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("did not let you in").doesNotContain("<b>no");
        assertThat(mira.get(CALLBACK + "?error=server_error&state=" + state).statusCode())
                .isEqualTo(502);
        assertThat(mira.get(CALLBACK + "?state=" + state).statusCode()).isEqualTo(502);
    }

    /** A way in which a provider misbehaves, and what we take it for. */
    record Misbehaviour(String name, Consumer<ScriptedProvider> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Misbehaviour> misbehaviours() {
        List<Misbehaviour> all = new ArrayList<>();
        all.add(claim("another issuer", "iss", "https://evil.example"));
        all.add(claim("another audience", "aud", "another-client"));
        all.add(claim("two audiences and no party", "aud", List.of(ScriptedProvider.CLIENT, "another-client")));
        all.add(claim("another party", "azp", "another-client"));
        all.add(claim("another nonce", "nonce", "of another attempt"));
        all.add(claim("no nonce", "nonce", null));
        all.add(claim("no subject", "sub", null));
        all.add(claim("no expiry", "exp", null));
        all.add(new Misbehaviour(
                "an expired token",
                provider -> provider.claims =
                        builder -> builder.expirationTime(Date.from(Instant.parse("2026-08-22T11:58:00Z")))));
        all.add(new Misbehaviour("no signature", provider -> provider.unsigned = true));
        all.add(new Misbehaviour("another's signature", provider -> provider.signedByAnother = true));
        all.add(new Misbehaviour(
                "no ID token",
                provider -> provider.tokens = json -> "{\"access_token\":\"access\",\"token_type\":\"Bearer\"}"));
        all.add(new Misbehaviour("no JSON", provider -> provider.tokens = json -> "<html>"));
        all.add(new Misbehaviour("an error", provider -> provider.tokenStatus = 400));
        all.add(new Misbehaviour("a failure", provider -> provider.tokenStatus = 500));
        all.add(new Misbehaviour("a huge answer", provider -> provider.tokens = json -> json + " ".repeat(1 << 20)));
        all.add(new Misbehaviour(
                "another place", provider -> provider.tokensMovedTo = provider.issuer() + "/elsewhere"));
        all.add(new Misbehaviour("somebody else's particulars", provider -> {
            provider.claims = builder -> builder.claim("email", null);
            provider.userInfo = Map.of("sub", "somebody-else", "email", "x@y.example");
        }));
        all.add(new Misbehaviour(
                "a document of another issuer",
                provider -> provider.document = json ->
                        json.replace("\"issuer\":\"" + provider.issuer(), "\"issuer\":\"https://evil.example")));
        all.add(new Misbehaviour(
                "tokens at another host",
                provider -> provider.document =
                        json -> json.replace(provider.issuer() + "/token", "http://localhost:1/token")));
        all.add(new Misbehaviour(
                "keys without encryption",
                provider -> provider.document =
                        json -> json.replace(provider.issuer() + "/jwks", "http://192.0.2.1/jwks")));
        all.add(new Misbehaviour(
                "a huge document", provider -> provider.document = json -> json + " ".repeat(1 << 20)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void aProviderThatMisbehavesSignsNobodyIn(Misbehaviour misbehaviour) {
        serve("accounts.sign-up", "open");
        misbehaviour.change().accept(provider);
        Visitor mira = server.visitor();

        HttpResponse<String> begun = mira.get(BEGIN);
        HttpResponse<String> last =
                begun.statusCode() == 302 ? mira.get(CALLBACK + "?" + provider.agree(location(begun), "mira")) : begun;

        assertThat(last.statusCode()).isEqualTo(502);
        assertThat(last.body())
                .contains("Signing in with The University did not work")
                .doesNotContain("evil");
        assertThat(mira.get("/status").body()).doesNotContain(">mira</a>");
        assertThat(server.program().people().byName("mira")).isEmpty();
        assertThat(provider.asked).doesNotContain("/elsewhere");
    }

    @Test
    void anAnswerOfAnotherProviderIsNotTakenForThisOnes() {
        serve("accounts.sign-up", "open");
        Visitor mira = server.visitor();
        String answer = provider.agree(authorization(mira, BEGIN), "mira");

        assertThat(mira.get(CALLBACK + "?" + answer + "&iss=https://evil.example")
                        .statusCode())
                .isEqualTo(502);
    }

    @Test
    void withoutProvidersThereIsNothing() {
        server = new TestServer(folder, Map.of(), time.in(ZoneOffset.UTC));

        assertThat(server.visitor().get(BEGIN).statusCode()).isEqualTo(404);
        assertThat(server.visitor().get("/sign-in").body()).doesNotContain("The University");
    }

    private static Misbehaviour claim(String name, String claim, @Nullable Object value) {
        return new Misbehaviour(name, provider -> provider.claims = builder -> builder.claim(claim, value));
    }

    private HttpResponse<String> signIn(Visitor visitor, String subject, String begin) {
        return visitor.get(CALLBACK + "?" + provider.agree(authorization(visitor, begin), subject));
    }

    private URI authorization(Visitor visitor, String begin) {
        HttpResponse<String> begun = visitor.get(begin);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
        return location(begun);
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private Person person(String name) {
        return server.program().people().byName(name).orElseThrow();
    }

    private void withEmail(String name, String email, boolean confirmed) {
        Person person = server.program().people().add(name, "", Role.MEMBER);
        server.program()
                .database()
                .write(transaction -> transaction.execute(
                        "update person set email = ?, email_confirmed_at = ? where number = ?",
                        email,
                        confirmed ? 1L : null,
                        person.number()));
    }

    private List<String> email(Person person) {
        return server.program()
                .database()
                .read(sql -> sql.sql("select email from person where number = ? and email is not null")
                        .param(person.number())
                        .query(String.class)
                        .list());
    }

    private void password(String name) {
        server.program()
                .database()
                .write(transaction -> transaction.execute("update person set password = 'some' where name = ?", name));
    }
}
