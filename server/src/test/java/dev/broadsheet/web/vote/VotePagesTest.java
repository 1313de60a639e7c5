package dev.broadsheet.web.vote;

import static dev.broadsheet.testing.SamplePapers.CROWD;
import static dev.broadsheet.testing.SamplePapers.MATHEMATICS;
import static dev.broadsheet.testing.SamplePapers.NAMES;
import static dev.broadsheet.testing.SamplePapers.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voting as a browser without scripts does it, and what the pages show of votes. */
class VotePagesTest {
    private static final String DAY = "/papers/date/2026-08-21";
    private static final String PAPER = "/papers/" + CROWD;
    private static final String VOTE = PAPER + "/vote";

    @TempDir
    private Path folder;

    private TestServer server;
    private int imported;

    @BeforeEach
    void start() {
        server = new TestServer(folder);
        imported = votesOn(server.get(PAPER).body());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theButtonCastsAVoteAndTakesItBackAndLeadsBack() {
        Visitor ada = server.visitor("ada", Role.MEMBER);
        assertThat(ada.get(DAY).body()).contains("action=\"" + VOTE + "\"").doesNotContain("aria-pressed=\"true\"");

        HttpResponse<String> answer = ada.post(VOTE, "up", "1", "back", DAY);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(DAY);
        String page = ada.get(PAPER).body();
        assertThat(page).contains("aria-pressed=\"true\"").contains("name=\"up\" value=\"0\"");
        assertThat(votesOn(page)).isEqualTo(imported + 1);
        assertThat(page).contains("1 here, " + imported + " imported from Hugging Face");

        ada.post(VOTE, "up", "0", "back", DAY);
        assertThat(votesOn(ada.get(PAPER).body())).isEqualTo(imported);
    }

    @Test
    void whoIsNotSignedInSeesTheCountAndTheWayIn() {
        server.visitor("ada", Role.MEMBER).post(VOTE, "up", "1");

        String page = server.get(DAY).body();

        assertThat(page)
                .doesNotContain("<form class=\"rail")
                .contains("href=\"/sign-in?next=%2Fpapers%2Fdate%2F2026-08-21\"");
        assertThat(votesOn(server.get(PAPER).body())).isEqualTo(imported + 1);
        assertThat(server.visitor().post(VOTE, "up", "1").statusCode()).isEqualTo(401);
    }

    @Test
    void aPageForEverybodyIsNobodysOwn() {
        HttpResponse<String> page = server.get(DAY);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("ETag"))
                .isEqualTo(server.get(DAY).headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:1"})
    void nobodyIsSentElsewhere(String back) {
        HttpResponse<String> answer = server.visitor("ada", Role.MEMBER).post(VOTE, "up", "1", "back", back);
        assertThat(answer.headers().firstValue("Location")).hasValue(PAPER);
    }

    @Test
    void aScriptIsToldWhatTheButtonShows() {
        Visitor ada = server.visitor("ada", Role.MEMBER);

        HttpResponse<String> answer = ada.postAsScript(VOTE, "up", "1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"upvoted\":true,\"votes\":\"%d\",\"unit\":\"votes\",\"madeOf\":\"1 here, %d imported from Hugging Face\"}"
                                .formatted(imported + 1, imported));
    }

    @Test
    void aReaderMayNotVote() {
        Visitor reader = server.visitor("rita", Role.READER);
        assertThat(reader.get(DAY).body()).doesNotContain("<form class=\"rail");
        assertThat(reader.post(VOTE, "up", "1").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, "hep-th%2F9901001"})
    void aPaperOfAnOldNameCanBeVotedForHoweverItIsWritten(String name) {
        Visitor ada = server.visitor("ada", Role.MEMBER);

        assertThat(ada.post("/papers/" + name + "/vote", "up", "1").statusCode())
                .isEqualTo(303);
        assertThat(ada.get("/papers/" + name + "/votes").statusCode()).isEqualTo(200);
        assertThat(ada.postJson("/api/papers/" + name + "/vote", "{\"up\": true}")
                        .body())
                .contains("\"id\":\"" + OLD + "\"", "\"counted\":1");
    }

    @Test
    void aPaperThatIsNotHereCannotBeVotedFor() {
        assertThat(server.visitor("ada", Role.MEMBER)
                        .post("/papers/2601.99999/vote", "up", "1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        Visitor ada = server.visitor("ada", Role.MEMBER);
        HttpResponse<String> answer = server.send(HttpRequest.newBuilder(URI.create(server.at(VOTE)))
                .header("Cookie", ada.cookies())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("up=1"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(votesOn(server.get(PAPER).body())).isEqualTo(imported);
    }

    @Test
    void votersAreNamedWhereTheyShowIt() {
        server.visitor("ada", Role.MEMBER).post(VOTE, "up", "1");
        server.visitor("bob", Role.MEMBER).post(VOTE, "up", "1");
        show("ada");

        String page = server.get(PAPER + "/votes").body();

        assertThat(page)
                .contains("<bdi>ada</bdi>")
                .doesNotContain("<bdi>bob</bdi>")
                .contains("And 1 more");
    }

    @Test
    void thatAVoterIsAnAuthorIsSaidWhereTheyShowTheirPapers() {
        Person ada = server.program().people().add("ada", "", Role.CURATOR);
        Paper paper = server.catalogue().find(CROWD).orElseThrow();
        String author = paper.metadata().authors().getFirst().name();
        server.program().authorship().claim(ada, paper, author);
        server.program().authorship().confirm(ada, paper, ada);
        server.visitor(ada).post(VOTE, "up", "1");

        show("ada");
        assertThat(server.get(PAPER + "/votes").body())
                .contains("<bdi>ada</bdi>")
                .doesNotContain("an author: not counted");
        show("ada", "upvoted papers");
        assertThat(server.get(PAPER + "/votes").body()).contains("<bdi>ada</bdi>", "an author: not counted");
    }

    private void show(String name) {
        show(name, "upvoted");
    }

    private void show(String name, String shown) {
        server.program()
                .database()
                .write(transaction -> transaction.execute("update person set shows = ? where name = ?", shown, name));
    }

    @Test
    void moderatorsSeeWhichAccountsVoteTogetherAndCloseTheReport() {
        Visitor ada = server.visitor("ada", Role.MEMBER);
        Visitor bob = server.visitor("bob", Role.MEMBER);
        for (String paper : List.of(CROWD, MATHEMATICS, NAMES)) {
            ada.post("/papers/" + paper + "/vote", "up", "1");
            bob.post("/papers/" + paper + "/vote", "up", "1");
        }
        server.program().rings().look();
        Visitor moderator = server.visitor("mo", Role.MODERATOR);

        assertThat(ada.get("/moderation/rings").statusCode()).isEqualTo(403);
        assertThat(server.get("/status").body() + server.get("/status.json").body())
                .as("what everybody reads")
                .doesNotContain("vote together");
        assertThat(moderator.get("/moderation/rings").body())
                .contains("2 accounts, 3 papers, last on 22 August 2026")
                .contains("<bdi>ada</bdi>")
                .contains("<bdi>bob</bdi>");

        HttpResponse<String> closed = moderator.post("/moderation/rings", "ring", "1");
        assertThat(moderator.follow(closed).body())
                .contains("The report is closed.")
                .contains("Nothing is reported.");
        assertThat(moderator.post("/moderation/rings", "ring", "x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoPressesTooOftenIsToldToWait() {
        Visitor ada = server.visitor("ada", Role.MEMBER);
        int status = 0;
        for (int i = 0; i <= 120; i++) {
            status = ada.post(VOTE, "up", String.valueOf(i % 2)).statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void theApiCountsTheCommunitysVotesAndTakesThem() {
        Visitor ada = server.visitor("ada", Role.MEMBER);
        ada.post(VOTE, "up", "1");

        assertThat(server.get("/api/papers/" + CROWD).body()).contains("\"upvotes\":" + (imported + 1));
        assertThat(server.get("/api/daily_papers?date=2026-08-21").body()).contains("\"upvotes\":" + (imported + 1));

        HttpResponse<String> answer = ada.postJson("/api" + VOTE, "{\"up\": false}");
        assertThat(answer.body())
                .isEqualTo(("{\"id\":\"%s\",\"upvoted\":false,\"upvotes\":%d,\"counted\":0,\"uncounted\":0,"
                                + "\"imported\":%d}")
                        .formatted(CROWD, imported, imported));
        assertThat(ada.postJson("/api" + VOTE, "{\"up\": 1}").statusCode()).isEqualTo(400);
        assertThat(server.visitor().postJson("/api" + VOTE, "{\"up\": true}").statusCode())
                .isEqualTo(401);
    }

    /** The first number of votes on a page: that of the paper itself. */
    private static int votesOn(String page) {
        Matcher votes =
                Pattern.compile("<span class=\"votes\">([\\d,]+)</span>").matcher(page);
        assertThat(votes.find()).as("a number of votes").isTrue();
        return Integer.parseInt(votes.group(1).replace(",", ""));
    }
}
