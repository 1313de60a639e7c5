package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.Outbox;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with their own accounts. */
class AccountPagesTest {
    private static final String PASSWORD = "a fine long password";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-08-22T12:00:00Z");
    private TestServer server;
    private Outbox outbox;
    private Moderation moderation;
    private Person mira;
    private Visitor visitor;

    @BeforeEach
    void start() {
        server = new TestServer(folder, Map.of(), clock.in(ZoneOffset.UTC));
        outbox = new Outbox(folder);
        moderation = server.program().moderation();
        mira = moderation.create(null, "mira", "Mira Lund", "mira@example.org", Role.MEMBER);
        String link = moderation.resetLink(null, mira.number());
        visitor = server.visitor();
        visitor.post(link.substring(link.indexOf("/link/")), "password", PASSWORD);
        visitor.post("/sign-in", "login", "mira", "password", PASSWORD);
        outbox.await(1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoIsNotSignedInIsToldSo() {
        for (String path : List.of("/account", "/account/delete")) {
            assertThat(server.visitor().get(path).statusCode()).isEqualTo(401);
        }
        for (String path : List.of(
                "/account",
                "/account/email",
                "/account/password",
                "/account/sessions",
                "/account/sign-out-everywhere",
                "/account/export",
                "/account/delete")) {
            assertThat(server.visitor().post(path).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void thePageSaysWhoOneIsAndWhatOneMayDo() {
        assertThat(visitor.get("/account").body())
                .contains("You are here as member: you can submit, vote and write.")
                .contains("value=\"Mira Lund\"", "mira@example.org", "href=\"/account/keys\">API keys</a>");
        assertThat(visitor.get("/account").headers().firstValue("Cache-Control"))
                .contains("private, no-store");
    }

    @Test
    void namesAndWhatOthersSeeAreChanged() {
        HttpResponse<String> saved = visitor.post(
                "/account", "name", "Mira-L", "full_name", "M. Lund", "shows", "upvoted", "shows", "nonsense");

        assertThat(visitor.follow(saved).body()).contains("Your profile is saved.", "value=\"M. Lund\"");
        Person now = server.program().people().byNumber(mira.number()).orElseThrow();
        assertThat(now.name()).isEqualTo("mira-l");
        assertThat(server.program().people().shown(List.of(mira.number())).get(mira.number()))
                .containsExactly(Shown.UPVOTED);
    }

    @Test
    void aNameThatSomebodyHasIsRefusedAndNothingIsLost() {
        server.program().people().add("nils", "", Role.MEMBER);

        HttpResponse<String> answer =
                visitor.post("/account", "name", "nils", "full_name", "\"><script>", "shows", "upvoted");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Somebody has that name.", "value=\"&#34;>&lt;script>\"")
                .containsPattern("value=\"upvoted\" checked");
    }

    @Test
    void anotherAddressCountsOnceItIsConfirmedAndThePasswordIsNeeded() {
        assertThat(visitor.post("/account/email", "email", "new@example.org", "email_password", "wrong")
                        .body())
                .contains("That is not your password.");
        visitor.post("/account/email", "email", "new@example.org", "email_password", PASSWORD);
        assertThat(visitor.get("/account").body()).contains("<p>mira@example.org</p>");

        Outbox.Received mail = outbox.last(2);
        assertThat(mail.to()).isEqualTo("new@example.org");
        visitor.post(mail.link());

        assertThat(visitor.get("/account").body()).contains("<p>new@example.org</p>");
        assertThat(outbox.last(3).to()).isEqualTo("mira@example.org");
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        Visitor elsewhere = server.visitor();
        elsewhere.post("/sign-in", "login", "mira", "password", PASSWORD);
        assertThat(visitor.post("/account/password", "old_password", "wrong", "password", "another password")
                        .statusCode())
                .isEqualTo(422);

        HttpResponse<String> changed =
                visitor.post("/account/password", "old_password", PASSWORD, "password", "another password");

        assertThat(visitor.follow(changed).body()).contains("Your password is changed");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(401);
        assertThat(server.visitor()
                        .post("/sign-in", "login", "mira", "password", "another password")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoStoleASessionCannotGuessThePassword() {
        int refused = 0;
        for (int i = 0; i < 25; i++) {
            refused += visitor.post("/account/password", "old_password", "guess " + i, "password", "another password")
                                    .statusCode()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void eachSessionCanBeEndedAndAllOfThem() {
        Visitor elsewhere = server.visitor();
        elsewhere.post("/sign-in", "login", "mira", "password", PASSWORD);
        Person nils = server.program().people().add("nils", "", Role.MEMBER);
        Visitor other = server.visitor(nils);
        String page = visitor.get("/account").body();
        assertThat(page).contains("This browser");
        Matcher session = Pattern.compile(
                        "action=\"/account/sessions\">.*?name=\"session\" value=\"([0-9a-f]+)\"", Pattern.DOTALL)
                .matcher(page);
        assertThat(session.find()).isTrue();

        other.post("/account/sessions", "session", session.group(1));
        assertThat(elsewhere.get("/account").statusCode())
                .as("not theirs to end")
                .isEqualTo(200);
        visitor.post("/account/sessions", "session", session.group(1));
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);

        visitor.post("/account/sign-out-everywhere");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(401);
        assertThat(other.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void oneTakesAlongAllThatIsKept() throws IOException, InterruptedException {
        Map<String, String> files = export();

        assertThat(files).containsKeys("account.json", "sessions.json", "api-keys.json", "votes.json");
        assertThat(files.get("account.json")).contains("\"mira@example.org\"").doesNotContain("bcrypt");
        assertThat(files.get("sessions.json")).contains("127.0.0.1");
    }

    private Map<String, String> export() throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(visitor.get("/account").body());
        assertThat(token.find()).isTrue();
        Map<String, String> files = new TreeMap<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.at("/account/export")))
                            .header("Cookie", visitor.cookies())
                            .header("X-CSRF-Token", token.group(1))
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"broadsheet-mira.zip\"");
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    @Test
    void aDeletedAccountLeavesANumberAndNothingElse() {
        assertThat(visitor.post("/account/delete", "password", "wrong", "words", "go")
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.post("/account/delete", "password", PASSWORD).body()).contains("Choose what becomes");

        HttpResponse<String> deleted = visitor.post("/account/delete", "password", PASSWORD, "words", "stay");

        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(401);
        Person gone = server.program().people().byNumber(mira.number()).orElseThrow();
        assertThat(gone.state()).isEqualTo(Person.State.GONE);
        assertThat(gone.title()).isEqualTo("Somebody who left");
        assertThat(server.program().people().byName("mira")).isEmpty();
        assertThat(server.program()
                        .database()
                        .<Integer>read(sql -> sql.sql("select count(*) from person where email is null"
                                        + " and password is null and full_name = '' and number = ?")
                                .param(mira.number())
                                .query(Integer.class)
                                .single()))
                .isOne();
        assertThat(moderation
                        .create(null, "mira", "", "mira@example.org", Role.MEMBER)
                        .number())
                .isNotEqualTo(mira.number());
    }

    @Test
    void withoutAPasswordASignInOfTheLastMinutesIsNeeded() {
        Person nils = server.program().people().add("nils", "", Role.MEMBER);
        Visitor fresh = server.visitor(nils);
        clock.set("2026-08-22T12:11:00Z");
        assertThat(fresh.post("/account/delete", "words", "go").body()).contains("sign in again");
        Visitor again = server.visitor(nils);
        assertThat(again.post("/account/delete", "words", "go").statusCode()).isEqualTo(303);
    }

    @Test
    void theLastAdminCannotLeave() {
        moderation.changeRole(null, mira.number(), Role.ADMIN);
        HttpResponse<String> answer = visitor.post("/account/delete", "password", PASSWORD, "words", "go");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }
}
