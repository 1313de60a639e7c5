package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.Outbox;
import dev.broadsheet.testing.Outbox.Received;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How people come to an account, an address and a new password. */
class MembershipTest {
    private static final String PASSWORD = "a fine long password";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-08-22T12:00:00Z");
    private TestServer server;
    private Outbox outbox;
    private Moderation moderation;

    @BeforeEach
    void start() {
        start("open");
        outbox = new Outbox(folder);
    }

    private void start(String signUp) {
        server = new TestServer(folder, Map.of("accounts.sign-up", signUp), clock.in(ZoneOffset.UTC));
        moderation = server.program().moderation();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String page, String email) {
        return server.visitor().post(page, "email", email);
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/link/"));
    }

    private Person mira() {
        return moderation.create(null, "mira", "Mira Lund", "mira@example.org", Role.MEMBER);
    }

    private HttpResponse<String> signIn(String login, String password) {
        return server.visitor().post("/sign-in", "login", login, "password", password);
    }

    @Test
    void whoeverReadsAnAddressMakesAnAccountWithIt() {
        assertThat(server.visitor().get("/sign-in").body()).contains("<a href=\"/sign-up\">Sign up</a>");
        HttpResponse<String> asked = ask("/sign-up", "Nils@Example.org");
        assertThat(asked.statusCode()).isEqualTo(303);
        Received mail = outbox.last(1);
        assertThat(mail.to()).isEqualTo("nils@example.org");
        assertThat(mail.text()).contains("http://localhost:" + server.port() + "/link/");
        Visitor nils = server.visitor();
        for (int i = 0; i < 3; i++) {
            assertThat(nils.get(mail.link()).body()).contains("Your address nils@example.org is confirmed.");
        }

        HttpResponse<String> made = nils.post(
                mail.link(), "name", "Nils-B", "full_name", "Nils Berg", "password", PASSWORD, "role", "admin");

        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(nils.follow(made).body())
                .contains("Welcome, Nils Berg!", "You are here as member", "nils@example.org");
        assertThat(signIn("nils@example.org", PASSWORD).statusCode()).isEqualTo(303);
        assertThat(server.visitor().get(mail.link()).statusCode()).isEqualTo(410);
        assertThat(server.visitor()
                        .post(mail.link(), "name", "another", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void nothingTellsWhetherAnAddressHasAnAccount() {
        mira();
        for (String page : List.of("/sign-up", "/reset-password")) {
            HttpResponse<String> known = ask(page, "mira@example.org");
            HttpResponse<String> unknown = ask(page, "nils@example.org");

            assertThat(known.statusCode()).isEqualTo(303);
            assertThat(unknown.statusCode()).isEqualTo(303);
            assertThat(known.headers().map().keySet())
                    .isEqualTo(unknown.headers().map().keySet());
            assertThat(known.headers().firstValue("Location")).contains("/sign-in");
            assertThat(server.visitor().follow(known).body().length())
                    .isEqualTo(server.visitor().follow(unknown).body().length());
        }
        List<Received> mails = outbox.await(3);
        assertThat(mails)
                .extracting(Received::to)
                .containsExactly("mira@example.org", "nils@example.org", "mira@example.org");
        assertThat(mails.getFirst().text())
                .contains("There is an account with this address already")
                .doesNotContain("/link/");
    }

    @Test
    void anAddressGetsOneConfirmationMailADay() {
        ask("/sign-up", "nils@example.org");
        ask("/sign-up", "NILS@example.org");
        outbox.await(1);
        clock.set("2026-08-23T12:00:30Z");
        ask("/sign-up", "nils@example.org");
        outbox.await(2);
    }

    @Test
    void whatIsNoAddressGetsNoMail() {
        for (String email :
                List.of("", "nils", "a@b@c.org", "nils@example.org\r\nBcc: eve@example.org", "x".repeat(50_000))) {
            assertThat(ask("/sign-up", email).statusCode()).isEqualTo(422);
        }
        outbox.await(0);
    }

    @Test
    void oneAddressOfTheNetworkDoesNotWriteToManyAddresses() {
        for (int i = 0; i < 20; i++) {
            assertThat(ask("/sign-up", "nils" + i + "@example.org").statusCode())
                    .isEqualTo(303);
        }
        HttpResponse<String> refused = ask("/sign-up", "nils99@example.org");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whatIsWrongWithANewAccountIsSaidAndTheLinkStaysGood() {
        mira();
        ask("/sign-up", "nils@example.org");
        String link = outbox.last(1).link();
        Map<String, String> wrong = Map.of(
                "m",
                "2 to 30 letters",
                "<b>",
                "2 to 30 letters",
                "~5",
                "2 to 30 letters",
                "Mira",
                "Somebody has that name.",
                "x".repeat(1000),
                "2 to 30 letters");
        wrong.forEach((name, told) -> {
            HttpResponse<String> answer = server.visitor().post(link, "name", name, "password", PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(told);
        });
        assertThat(server.visitor()
                        .post(link, "name", "nils", "password", "short")
                        .body())
                .contains("at least 12 characters");
        assertThat(server.visitor()
                        .post(link, "name", "nils", "full_name", "N\u202els", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.visitor()
                        .post(link, "name", "nils", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void anExpiredOrInventedLinkDoesNothing() {
        ask("/sign-up", "nils@example.org");
        String link = outbox.last(1).link();
        clock.set("2026-08-23T12:00:30Z");
        for (String path : List.of(link, "/link/x", "/link/" + "y".repeat(5000), "/link/%27or%201=1")) {
            HttpResponse<String> answer = server.visitor().post(path, "name", "nils", "password", PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("Nothing was changed.");
        }
    }

    @Test
    void aForgottenPasswordIsSetAnewAndEverySessionEnds() {
        Person mira = mira();
        Visitor elsewhere = server.visitor(mira);
        String key = elsewhere
                .post("/account/keys", "name", "robot", "scope", "read", "expiry", "30")
                .body()
                .replaceAll("(?s).*(bsk_[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(server.get("/status", "Authorization", "Bearer " + key).statusCode())
                .isEqualTo(200);
        ask("/reset-password", "mira@example.org");
        String link = outbox.last(1).link();
        Visitor visitor = server.visitor();
        assertThat(visitor.get(link).body()).contains("Set a new password");
        assertThat(visitor.post(link, "password", "short").statusCode()).isEqualTo(422);

        HttpResponse<String> set = visitor.post(link, "password", PASSWORD);

        assertThat(visitor.follow(set).body()).contains("The password is set");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(401);
        assertThat(signIn("mira", PASSWORD).statusCode()).isEqualTo(303);
        assertThat(visitor.post(link, "password", "another password").statusCode())
                .isEqualTo(410);
        assertThat(server.get("/status", "Authorization", "Bearer " + key).statusCode())
                .isEqualTo(401);
        assertThat(outbox.last(2).text())
                .contains("was changed", "Passkeys and linked accounts", server.at("/account"));
    }

    @Test
    void anAddressGetsThreeLinksForANewPasswordADayAndOnlyForAnHour() {
        mira();
        for (int i = 0; i < 5; i++) {
            ask("/reset-password", "mira@example.org");
        }
        String link = outbox.last(3).link();
        clock.set("2026-08-22T13:00:30Z");
        assertThat(server.visitor().post(link, "password", PASSWORD).statusCode())
                .isEqualTo(410);
    }

    @Test
    void whoWasInvitedComesInTheRoleThatWasChosen() {
        String link = path(moderation.invite(null, Role.CURATOR, "").orElseThrow());
        assertThat(server.visitor().get(link).body()).contains("You are invited", "as curator", "name=\"email\"");
        Visitor nils = server.visitor();
        nils.post(link, "name", "nils", "password", PASSWORD, "email", "nils@example.org");

        assertThat(nils.get("/account").body()).contains("You are here as curator", "You have none");
        Received mail = outbox.last(1);
        assertThat(mail.text()).contains("Somebody, probably you, wants to use this address for the account “nils”");
        HttpResponse<String> confirmed = nils.post(mail.link());
        assertThat(nils.follow(confirmed).body()).contains("The address is confirmed.", "nils@example.org");
        assertThat(signIn("nils@example.org", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void anInvitationByMailProvesTheAddress() {
        assertThat(moderation.invite(null, Role.MEMBER, "Nils@example.org")).isEmpty();
        Received mail = outbox.last(1);
        assertThat(mail.to()).isEqualTo("nils@example.org");
        Visitor nils = server.visitor();
        assertThat(nils.get(mail.link()).body()).doesNotContain("name=\"email\"");
        nils.post(mail.link(), "name", "nils", "password", PASSWORD, "email", "eve@example.org");
        assertThat(nils.get("/account").body()).contains("nils@example.org").doesNotContain("eve@");
    }

    @Test
    void anAddressCannotBeTakenFromWhoeverHasIt() {
        mira();
        String link = path(moderation.invite(null, Role.MEMBER, "").orElseThrow());
        Visitor eve = server.visitor();
        eve.post(link, "name", "eve", "password", PASSWORD, "email", "mira@example.org");

        assertThat(eve.get("/account").body()).contains("You have none");
        Received mail = outbox.last(1);
        assertThat(mail.text())
                .contains("There is an account with this address already")
                .doesNotContain("/link/");
    }

    @Test
    void withoutAnInvitationNobodySignsUpUnlessItIsOpen() {
        for (String mode : List.of("invitation", "closed")) {
            server.close();
            start(mode);
            assertThat(server.visitor().get("/sign-up").statusCode()).isEqualTo(403);
            assertThat(ask("/sign-up", "nils@example.org").statusCode()).isEqualTo(403);
        }
        outbox.await(0);
    }

    @Test
    void theFirstAdminIsMadeByALinkAndNoSecondOne() {
        String earlier = path(moderation.firstAdminLink().orElseThrow());
        String link = path(moderation.firstAdminLink().orElseThrow());
        assertThat(server.visitor().get(earlier).statusCode()).isEqualTo(410);
        Visitor admin = server.visitor();
        assertThat(admin.get(link).body()).contains("Make the first account", "as admin");
        admin.post(link, "name", "ada", "password", PASSWORD);

        assertThat(admin.get("/account").body()).contains("You are here as admin");
        assertThat(moderation.firstAdminLink()).isEmpty();
    }

    @Test
    void theLinkForTheFirstAdminIsOfNoUseOnceThereIsOne() {
        String link = path(moderation.firstAdminLink().orElseThrow());
        moderation.create(null, "ada", "", "", Role.ADMIN);
        HttpResponse<String> answer = server.visitor().post(link, "name", "eve", "password", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(server.program().people().byName("eve")).isEmpty();
    }

    @Test
    void aLinkSignsInOnce() {
        Person mira = mira();
        String link = path(moderation.signInLink(null, mira.number()));
        Visitor visitor = server.visitor();
        assertThat(visitor.get(link).body()).contains("This link signs you in, once.");
        visitor.post(link);
        assertThat(visitor.get("/account").body()).contains("Mira Lund");
        assertThat(server.visitor().post(link).statusCode()).isEqualTo(410);
    }

    @Test
    void theHostOfARequestStandsInNoMail() {
        mira();
        server.get("/reset-password", "X-Forwarded-Host", "evil.example");
        server.close();
        server =
                new TestServer(folder, Map.of("site.address", "https://papers.example.org/"), clock.in(ZoneOffset.UTC));
        ask("/reset-password", "mira@example.org");
        assertThat(outbox.last(1).text()).contains("\nhttps://papers.example.org/link/");
    }
}
