package dev.broadsheet.web.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimPagesTest {
    private static final String PAPER = "/papers/" + SamplePapers.MATHEMATICS;

    @TempDir
    Path folder;

    private TestServer server;
    private Person mira;
    private Visitor author;
    private Visitor curator;

    @BeforeEach
    void start() {
        server = new TestServer(folder);
        mira = server.program().people().add("mira", "Mira Oduya", Role.MEMBER);
        author = server.visitor(mira);
        curator = server.visitor("cleo", Role.CURATOR);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPersonClaimsAPaperOnItsPageAndACuratorConfirmsIt() {
        assertThat(author.get(PAPER).body()).contains("I wrote this", "/claims/new?paper=2608.10001");
        HttpResponse<String> form = author.get("/claims/new?paper=2608.10001");
        assertThat(form.body())
                .contains("<option value=\"Mira Oduya\" selected>Mira Oduya</option>")
                .contains("<option value=\"Tomas Rehn\">Tomas Rehn</option>");

        HttpResponse<String> claimed = author.post("/claims", "paper", "2608.10001", "author", "Mira Oduya");

        assertThat(claimed.statusCode()).isEqualTo(303);
        assertThat(author.follow(claimed).body())
                .contains("A curator decides about it", "waits for a curator")
                .doesNotContain(">I wrote this<");
        assertThat(server.get(PAPER).body()).doesNotContain("/people/mira");
        assertThat(author.get("/claims").body())
                .contains("It waits for a curator.")
                .doesNotContain("Confirm<");

        HttpResponse<String> queue = curator.get("/claims");
        assertThat(queue.body())
                .contains("1 claim waits for a decision", "Claims (1)", "Mira Oduya (mira)")
                .contains("The source gives the ORCID iD 0000-0002-1825-0097.", "Tidewater Institute");
        HttpResponse<String> confirmed = curator.post("/claims/confirm", "paper", "2608.10001", "person", "mira");

        assertThat(curator.follow(confirmed).body())
                .contains("Mira Oduya is confirmed as an author of", "No claim waits", "by cleo.");
        assertThat(server.get(PAPER).body())
                .contains("<a href=\"/people/mira\" class=\"confirmed\">Mira Oduya</a>")
                .contains("<a href=\"/authors/Tomas%20Rehn\">Tomas Rehn</a>");
        assertThat(author.get(PAPER).body()).contains("You are confirmed as an author");
    }

    @Test
    void aRefusalSaysWhyAndIsNotMadeWithoutAReason() {
        author.post("/claims", "paper", "2608.10001", "author", "Mira Oduya");

        assertThat(curator.post("/claims/refuse", "paper", "2608.10001", "person", "mira", "reason", " ")
                        .statusCode())
                .isEqualTo(422);
        curator.post("/claims/refuse", "paper", "2608.10001", "person", "mira", "reason", "<b>Another</b> Mira Oduya");

        assertThat(author.get("/claims").body())
                .contains("by cleo: &lt;b&gt;Another&lt;/b&gt; Mira Oduya")
                .doesNotContain("Withdraw");
        assertThat(author.follow(author.post("/claims", "paper", "2608.10001", "author", "Mira Oduya"))
                        .body())
                .contains("A curator refused this claim before.");
    }

    @Test
    void whatIsConfirmedCanBeWithdrawn() {
        author.post("/claims", "paper", "2608.10001", "author", "Mira Oduya");
        curator.post("/claims/confirm", "paper", "2608.10001", "person", "mira");

        HttpResponse<String> withdrawn = author.post("/claims/withdraw", "paper", "2608.10001");

        assertThat(author.follow(withdrawn).body()).contains("was withdrawn.", "You have claimed no paper.");
        assertThat(server.get(PAPER).body()).doesNotContain("/people/mira");
        assertThat(curator.follow(curator.post("/claims/confirm", "paper", "2608.10001", "person", "mira"))
                        .body())
                .contains("withdrawn or decided meanwhile");
    }

    @Test
    void nobodyDecidesWhoIsNoCurator() {
        author.post("/claims", "paper", "2608.10001", "author", "Mira Oduya");

        assertThat(author.post("/claims/confirm", "paper", "2608.10001", "person", "mira")
                        .statusCode())
                .isEqualTo(403);
        assertThat(author.post("/claims/refuse", "paper", "2608.10001", "person", "mira", "reason", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.visitor("rita", Role.READER)
                        .post("/claims", "paper", "2608.10001", "author", "Mira Oduya")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.visitor()
                        .post("/claims", "paper", "2608.10001", "author", "Mira Oduya")
                        .statusCode())
                .isIn(303, 401);
        assertThat(server.program().authorship().waiting()).isEqualTo(1);
        assertThat(server.get(PAPER).body()).doesNotContain("I wrote this");
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThat(author.post("/claims", "paper", "2608.10001", "author", "Nobody")
                        .statusCode())
                .isEqualTo(422);
        assertThat(author.post("/claims", "paper", "none", "author", "Nobody").statusCode())
                .isEqualTo(404);
        assertThat(author.get("/claims/new").statusCode()).isEqualTo(404);
        assertThat(curator.post("/claims/confirm", "paper", "2608.10001", "person", "nobody")
                        .statusCode())
                .isEqualTo(404);
        assertThat(author.get("/claims/new?paper=2608.20001").statusCode()).isEqualTo(200);
    }

    @Test
    void hostileNamesStayText() {
        assertThat(author.get("/claims/new?paper=" + SamplePapers.HOSTILE).body())
                .contains("&lt;b&gt;Bold&lt;/b&gt; Author")
                .doesNotContain("<script>document");
        assertThat(server.get("/papers/" + SamplePapers.HOSTILE).body())
                .contains("/authors?name=%3Cb%3EBold%3C%2Fb%3E%20Author", "/authors/O&#39;Brien%20&amp;%20Sons");
        author.post("/claims", "paper", SamplePapers.HOSTILE, "author", "<b>Bold</b> Author");

        assertThat(curator.get("/claims").body())
                .contains("&lt;b&gt;Bold&lt;/b&gt; Author")
                .doesNotContain("<b>Bold", "<script>document");
        curator.post("/claims/confirm", "paper", SamplePapers.HOSTILE, "person", "mira");
        assertThat(server.get("/papers/" + SamplePapers.HOSTILE).body())
                .contains("class=\"confirmed\">&lt;b&gt;Bold&lt;/b&gt; Author</a>")
                .doesNotContain("<b>Bold");
    }

    @Test
    void whoShowsNothingOfWhatTheyWroteIsNotMarked() {
        author.post("/claims", "paper", "2608.10001", "author", "Mira Oduya");
        curator.post("/claims/confirm", "paper", "2608.10001", "person", "mira");
        server.program()
                .database()
                .write(transaction ->
                        transaction.execute("update person set shows = 'submitted' where number = ?", mira.number()));

        assertThat(server.get(PAPER).body()).doesNotContain("/people/mira").contains("/authors/Mira%20Oduya");
        assertThat(author.get(PAPER).body()).contains("You are confirmed as an author");
    }
}
