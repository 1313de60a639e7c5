package dev.broadsheet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminPagesTest {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        server = new TestServer(
                folder,
                Map.of("edition.name", "Lab notes", "source.semanticscholar.key", "hush-hush"),
                new MovableClock("2026-08-22T12:00:00Z").in(ZoneOffset.UTC));
        admin = server.visitor("ada", Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin", "/admin/people", "/admin/people/ada", "/admin/settings", "/admin/jobs", "/admin/audit"
            })
    void onlyAdminsEnter(String page) {
        String name = "m" + page.replace('/', '-');
        assertThat(server.visitor().get(page).statusCode()).isEqualTo(401);
        assertThat(server.visitor(name, Role.MODERATOR).get(page).statusCode()).isEqualTo(403);
        assertThat(admin.get(page).statusCode()).isEqualTo(200);
        assertThat(admin.get(page).headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void theSettingsInForceAreShownButNoSecret() {
        assertThat(admin.get("/admin/settings").body())
                .contains("<code>edition.name</code></th><td>Lab notes</td><td>set</td>")
                .contains("<code>edition.zone</code></th><td>Z</td><td>default</td>")
                .contains("<code>database.password</code></th><td>(none)</td>")
                .doesNotContain("hush-hush");
    }

    @Test
    void theAuditLogShowsTheLatestFirstAndGoesOn() {
        Audit audit = new Audit(server.program().clock());
        Person someone = server.program().people().add("eve", "Eve", Role.MODERATOR);
        for (int i = 0; i < 101; i++) {
            String subject = "subject-" + i + "-";
            server.program().database().write(transaction -> {
                audit.add(transaction, someone, "looked at", subject, "<b>why</b>");
                return subject;
            });
        }

        String first = admin.get("/admin/audit").body();
        assertThat(first).contains("<strong>eve</strong> looked at <strong>subject-100-</strong>", "&lt;b&gt;why");
        assertThat(first.indexOf("subject-100-")).isLessThan(first.indexOf("subject-99-"));
        assertThat(first).doesNotContain("subject-0-");
        String older = first.replaceAll("(?s).*href=\"(/admin/audit\\?before=\\d+)\".*", "$1");
        assertThat(admin.get(older).body()).contains("subject-0-").doesNotContain("subject-1-");
    }

    @Test
    void onlyAdminsSeeTheWayThere() {
        assertThat(admin.get("/papers/date/2026-08-21").body()).contains("href=\"/admin\"");
        assertThat(List.of(server.visitor(), server.visitor("bob", Role.MEMBER)))
                .allSatisfy(other ->
                        assertThat(other.get("/papers/date/2026-08-21").body()).doesNotContain("href=\"/admin\""));
    }

    @Test
    void whatIsDoneWithPeopleIsDoneAndWrittenDown() {
        Visitor carl = server.visitor("carl", Role.MEMBER);

        assertThat(admin.follow(admin.post("/admin/people/carl/role", "role", "curator"))
                        .body())
                .contains("carl has the role “curator” now.");
        assertThat(admin.follow(admin.post("/admin/people/carl/suspend", "reason", "posts nothing but shoes"))
                        .body())
                .contains("carl is suspended");
        assertThat(carl.get("/papers/date/2026-08-21").statusCode()).isEqualTo(200);
        assertThat(server.program().people().byName("carl").orElseThrow().state())
                .isEqualTo(Person.State.SUSPENDED);
        assertThat(admin.follow(admin.post("/admin/people/carl/reinstate")).body())
                .contains("carl may act again.");

        assertThat(admin.get("/admin/audit").body())
                .contains("changed the role of <strong>carl</strong> <span class=\"small\">member to curator")
                .contains("suspended <strong>carl</strong> <span class=\"small\">posts nothing but shoes");
        assertThat(admin.get("/admin/people").body()).contains("href=\"/admin/people/carl\"");
        assertThat(admin.get("/admin/people?name=CARL").headers().firstValue("Location"))
                .contains("/admin/people/carl");
        assertThat(admin.get("/admin/people?name=%3Cb%3E").body()).contains("“&lt;b&gt;”");
    }

    @Test
    void whatCannotBeDoneIsSaidAndChangesNothing() {
        server.visitor("dora", Role.MEMBER);

        assertThat(admin.post("/admin/people/dora/suspend", "reason", " ").statusCode())
                .isEqualTo(400);
        assertThat(admin.post("/admin/people/ada/role", "role", "member").statusCode())
                .isEqualTo(409);
        assertThat(admin.post("/admin/people/ada/suspend", "reason", "tired").statusCode())
                .isEqualTo(409);
        assertThat(admin.post("/admin/people/nobody/role", "role", "member").statusCode())
                .isEqualTo(404);
        assertThat(admin.post("/admin/people/dora/role", "role", "emperor").statusCode())
                .isEqualTo(400);
        assertThat(server.program().people().byName("dora").orElseThrow().role())
                .isEqualTo(Role.MEMBER);
        for (String deed : List.of("role", "suspend", "reinstate", "reset")) {
            Visitor moderator = server.visitor("mo-" + deed, Role.MODERATOR);
            assertThat(moderator
                            .post("/admin/people/dora/" + deed, "role", "admin", "reason", "x")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void moderatorsInviteToRolesBelowTheirOwn() {
        Visitor moderator = server.visitor("mo-invites", Role.MODERATOR);

        String form = moderator.get("/admin/invitations").body();
        assertThat(form)
                .contains("value=\"member\"", "value=\"curator\"")
                .doesNotContain("value=\"moderator\"", "value=\"admin\"", "href=\"/admin/settings\"");
        assertThat(moderator.get("/moderation").body()).contains("href=\"/admin/invitations\"");
        assertThat(moderator.post("/admin/invitations", "role", "curator").body())
                .containsPattern("<code>http://localhost[^<]*/link/[^<]+</code>");
        assertThat(moderator.post("/admin/invitations", "role", "moderator").statusCode())
                .isEqualTo(403);
        assertThat(server.visitor("cora", Role.CURATOR)
                        .get("/admin/invitations")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.visitor().get("/admin/invitations").statusCode()).isEqualTo(401);
    }

    @Test
    void noKeyMakesAnybodyAnythingMore() {
        server.visitor("gil", Role.MEMBER);
        String page = admin.post("/account/keys", "name", "robot", "scope", "admin", "expiry", "30")
                .body();
        String key = page.replaceAll("(?s).*(bsk_[A-Za-z0-9_-]{43}).*", "$1");

        for (String address : List.of(
                "/admin/people/gil/role",
                "/admin/people/gil/suspend",
                "/admin/people/gil/reinstate",
                "/admin/people/gil/reset",
                "/admin/invitations")) {
            HttpResponse<String> answer = server.send(HttpRequest.newBuilder(URI.create(server.at(address)))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("role=admin&reason=x"))
                    .build());
            assertThat(answer.statusCode()).as(address).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("/link/");
        }
        assertThat(server.get("/admin/people", "Authorization", "Bearer " + key).statusCode())
                .as("to read is open to it")
                .isEqualTo(200);
    }

    @Test
    void aLinkForANewPasswordAndAnInvitationAreShownOnce() {
        server.visitor("fern", Role.MEMBER);

        HttpResponse<String> reset = admin.post("/admin/people/fern/reset");
        assertThat(reset.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(reset.body()).containsPattern("<code>http://localhost[^<]*/link/[^<]+</code>");
        assertThat(admin.get("/admin/people/fern").body()).doesNotContain("/link/");

        HttpResponse<String> invited = admin.post("/admin/invitations", "role", "curator", "email", "");
        assertThat(invited.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(invited.body()).containsPattern("<code>http://localhost[^<]*/link/[^<]+</code>");
        assertThat(admin.get("/admin/invitations").body()).doesNotContain("/link/");
        HttpResponse<String> mistyped = admin.post("/admin/invitations", "role", "curator", "email", "no address");
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.body())
                .contains("“no address” is not an e-mail address.", "value=\"no address\"")
                .contains("<option value=\"curator\" selected>");
        assertThat(admin.follow(admin.post("/admin/invitations", "role", "member", "email", "guest@example.org"))
                        .body())
                .contains("The invitation is on its way to guest@example.org.");
    }
}
