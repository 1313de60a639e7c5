package dev.broadsheet.web.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Role;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.Period;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Saturday, 22 August 2026; papers of the last 14 days may be submitted. */
class EditionPagesTest {
    private static final String[] CLUB = {
        "name", "Vision Club",
        "address", "club",
        "description", "What <we> read.",
        "curators", "mira",
        "readers", "all",
        "submitters", "members",
        "voters", "members",
        "zone", "Europe/Berlin",
        "rollover", "6",
        "weekdays", "saturday",
        "categories", "cs.CV",
        "sources", ""
    };

    private TestServer server;
    private Visitor root;
    private Visitor mira;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = new TestServer(folder);
        root = server.visitor("root", Role.ADMIN);
        mira = server.visitor("mira", Role.MEMBER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void begin() {
        assertThat(root.post("/editions/new", CLUB).statusCode()).isEqualTo(303);
    }

    @Test
    void anAdminBeginsAnEditionWithAMastheadOfItsOwn() {
        assertThat(root.get("/editions/new").body()).contains("Begin an edition", "Europe");
        begin();

        assertThat(server.get("/editions").body())
                .contains("Vision Club", "What &lt;we&gt; read.", "by mira and the community", "on Saturdays");
        HttpResponse<String> list = server.get("/e/club/date/2026-08-22");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains("<a href=\"/e/club\">Vision Club</a>", "by mira and the community", "/e/club/week/2026-W34");
        assertThat(server.get("/papers/date/2026-08-21").body())
                .contains("<a href=\"/papers\">Broadsheet</a>")
                .doesNotContain("Vision Club");
    }

    @Test
    void whatIsTrendingInAnEditionIsWhatWasSubmittedToIt() {
        begin();
        assertThat(server.get("/e/club/trending").body())
                .contains("<a href=\"/e/club\">Vision Club</a>", "Nobody has voted for a paper")
                .contains("href=\"/e/club/week\"");

        mira.post("/e/club/submit", "paper", SamplePapers.MATHEMATICS);

        assertThat(server.get("/e/club/trending").body())
                .contains("/papers/" + SamplePapers.MATHEMATICS)
                .doesNotContain("/papers/" + SamplePapers.CROWD + "\"");
        assertThat(server.get("/e/daily/trending").headers().firstValue("Location"))
                .contains("/papers/trending");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsBegun() {
        String[] wrong = CLUB.clone();
        wrong[3] = "No Address!";
        wrong[7] = "nobody";
        wrong[15] = "Mars/Base";
        wrong[17] = "24";

        HttpResponse<String> answer = root.post("/editions/new", wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("lower-case letters", "user name “nobody”", "“Mars/Base” is not a time zone", "from 0 to 23");
        assertThat(server.get("/editions").body()).doesNotContain("Vision Club");
        begin();
        assertThat(root.post("/editions/new", CLUB).body()).contains("Another edition has this address.");
    }

    @Test
    void onlyAdminsBeginEditionsAndCuratorsDescribeTheirs() {
        assertThat(mira.get("/editions/new").statusCode()).isEqualTo(403);
        assertThat(mira.post("/editions/new", CLUB).statusCode()).isEqualTo(403);
        assertThat(server.visitor().post("/editions/new", CLUB).statusCode()).isEqualTo(401);
        begin();

        assertThat(mira.get("/e/club/settings").body()).contains("Description").doesNotContain("Time zone");
        mira.post("/e/club/settings", "description", "Ours.", "name", "Mine", "curators", "");
        assertThat(server.get("/editions").body()).contains("Ours.", "Vision Club", "by mira");
        assertThat(server.visitor("tomas", Role.MEMBER)
                        .post("/e/club/settings", "description", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(root.get("/e/daily/settings").body()).contains("Settings of Broadsheet");
        assertThat(root.post(
                                "/e/daily/settings",
                                "curators",
                                "mira",
                                "submitters",
                                "members",
                                "voters",
                                "members",
                                "rollover",
                                "0",
                                "weekdays",
                                "monday")
                        .statusCode())
                .isEqualTo(303);
        assertThat(server.get("/status").body()).contains("by mira and the community");
    }

    @Test
    void anEditionForMembersIsShownToNobodyElse() {
        String[] closed = CLUB.clone();
        closed[9] = "members";
        root.post("/editions/new", closed);

        assertThat(server.get("/e/club/date/2026-08-22").statusCode()).isEqualTo(401);
        assertThat(server.get("/e/club/log").statusCode()).isEqualTo(401);
        assertThat(server.get("/editions").body()).doesNotContain("Vision Club");
        assertThat(mira.get("/e/club/date/2026-08-22").statusCode()).isEqualTo(200);
        assertThat(server.get("/e/nowhere").statusCode()).isEqualTo(404);
        assertThat(server.get("/e/daily/date/2026-08-21").headers().firstValue("Location"))
                .contains("/papers/date/2026-08-21");
    }

    @Test
    void aPaperIsSubmittedAndShownWithWhoDidIt() {
        begin();
        assertThat(mira.get("/e/club/submit").body()).contains("Saturday, 22 August 2026", "href=\"/e/club/trending\"");

        HttpResponse<String> answer = mira.post(
                "/e/club/submit",
                "paper",
                "https://arxiv.org/abs/" + SamplePapers.MONEY + "v1",
                "comment",
                "Cheap <b>and</b> good.",
                "code",
                "https://example.org/code");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(mira.follow(answer).body())
                .contains("The paper stands on the list of Saturday, 22 August 2026.", "Training for");
        assertThat(server.get("/e/club/date/2026-08-22").body())
                .contains("submitted by <a href=\"/people/mira\"><bdi>mira</bdi></a>");
        assertThat(server.get("/papers/" + SamplePapers.MONEY).body())
                .contains(
                        "Vision Club, Saturday, 22 August 2026",
                        "Cheap ",
                        "href=\"https://example.org/code\" rel=\"nofollow ugc noopener external\"");
        HttpResponse<String> again = root.post("/e/club/submit", "paper", SamplePapers.MONEY);
        assertThat(again.headers().firstValue("Location")).contains("/papers/" + SamplePapers.MONEY);
        assertThat(root.follow(again).body()).contains("stands on the list of Saturday, 22 August 2026 already");
        assertThat(mira.follow(mira.post("/papers/submit", "paper", SamplePapers.MONEY))
                        .body())
                .contains("stands on the list of Friday, 21 August 2026 already");
    }

    @Test
    void whatAKeySaysThatMayOnlySubmitStaysBesideTheSubmission() {
        begin();
        String made = mira.post("/account/keys", "name", "robot", "scope", "submit", "expiry", "30")
                .body();
        Matcher key = Pattern.compile("bsk_[A-Za-z0-9_-]{43}").matcher(made);
        assertThat(key.find()).isTrue();

        HttpResponse<String> answer = server.send(HttpRequest.newBuilder(URI.create(server.at("/e/club/submit")))
                .header("Authorization", "Bearer " + key.group())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("paper=" + SamplePapers.MONEY + "&comment=Cheap."))
                .build());

        assertThat(answer.statusCode()).isEqualTo(303);
        long paper = server.catalogue().find(SamplePapers.MONEY).orElseThrow().number();
        assertThat(server.program().discussion().comments().counts(List.of(paper)))
                .isEmpty();
        assertThat(server.get("/papers/" + SamplePapers.MONEY).body()).containsOnlyOnce("Cheap.");
    }

    @Test
    void whatIsSaidToAnEditionForMembersStaysOutOfThePublicDiscussion() {
        String[] closed = CLUB.clone();
        closed[9] = "members";
        root.post("/editions/new", closed);

        mira.post("/e/club/submit", "paper", SamplePapers.MONEY, "comment", "Between us.");

        assertThat(mira.get("/papers/" + SamplePapers.MONEY).body()).doesNotContain("Between us.");
        assertThat(server.get("/papers/" + SamplePapers.MONEY).body()).doesNotContain("Vision Club");
        assertThat(mira.get("/e/club/date/2026-08-22").body()).contains("Training for", "Between us.");
    }

    @Test
    void theApiSaysWhoSubmittedAndFindsTheirPapers() {
        server.catalogue()
                .write(writer -> writer.transaction()
                        .execute(
                                "delete from appearance where paper ="
                                        + " (select paper from identifier where scheme = 'arxiv' and name = ?)",
                                SamplePapers.MONEY));
        root.post(
                "/e/daily/settings",
                "submitters",
                "members",
                "voters",
                "members",
                "rollover",
                "0",
                "weekdays",
                "friday",
                "weekdays",
                "saturday");
        mira.post("/papers/submit", "paper", SamplePapers.MONEY);

        assertThat(server.get("/api/daily_papers?date=2026-08-22").body())
                .contains("\"name\":\"mira\"", SamplePapers.MONEY);
        assertThat(server.get("/api/daily_papers?submitter=mira").body()).contains(SamplePapers.MONEY);
    }

    @Test
    void whereCuratorsDecideAnAdminsVoteCountsAndAMembersDoesNot() {
        String[] decided = CLUB.clone();
        decided[13] = "curators";
        root.post("/editions/new", decided);
        mira.post("/e/club/submit", "paper", SamplePapers.MONEY);
        mira.post("/e/club/submit", "paper", SamplePapers.MATHEMATICS);
        assertThat(papersOfTheClub()).containsExactly(SamplePapers.MONEY, SamplePapers.MATHEMATICS);

        vote("root", SamplePapers.MATHEMATICS);
        server.visitor("tomas", Role.MEMBER);
        server.visitor("vera", Role.CURATOR);
        vote("tomas", SamplePapers.MONEY);
        vote("vera", SamplePapers.MONEY);
        assertThat(papersOfTheClub()).containsExactly(SamplePapers.MATHEMATICS, SamplePapers.MONEY);

        vote("mira", SamplePapers.MONEY);
        assertThat(papersOfTheClub()).containsExactly(SamplePapers.MONEY, SamplePapers.MATHEMATICS);
    }

    private void vote(String name, String paper) {
        server.program()
                .votes()
                .cast(
                        server.program().people().byName(name).orElseThrow(),
                        server.catalogue().find(paper).orElseThrow().number(),
                        true);
    }

    private List<String> papersOfTheClub() {
        Daily daily = server.program().daily();
        return daily
                .lists(daily.editions().at("club").orElseThrow())
                .of(new Period.Day(LocalDate.parse("2026-08-22")), 0, 9)
                .entries()
                .stream()
                .map(entry -> entry.paper().id().value())
                .toList();
    }

    @Test
    void whatCannotBeSubmittedIsSaidWithWhatWasTyped() {
        assertThat(server.visitor().get("/papers/submit").statusCode()).isEqualTo(401);
        assertThat(server.visitor("rita", Role.READER).get("/papers/submit").statusCode())
                .isEqualTo(403);

        HttpResponse<String> old = mira.post("/papers/submit", "paper", SamplePapers.OLD, "comment", "A classic");
        assertThat(old.statusCode()).isEqualTo(422);
        assertThat(old.body()).contains("This paper is of 1999.", "last 14 days", "A classic");
        assertThat(mira.post("/papers/submit", "paper", "2608.99999").body())
                .contains("no source of this installation can be asked for an arXiv id.");
        assertThat(mira.post("/papers/submit", "paper", "a title").body()).contains("No paper is known by “a title”.");
        assertThat(mira.post("/papers/submit", "paper", "").body()).contains("Name the paper");
        assertThat(mira.post("/papers/submit", "paper", SamplePapers.MONEY, "media", "javascript:alert(1)")
                        .body())
                .contains("Write the whole address");
    }

    @Test
    void aCuratorTakesAPaperOffAndEverybodyReadsWhy() {
        Visitor cora = server.visitor("cora", Role.CURATOR);
        String page = "/e/daily/curate/2026-08-21";
        assertThat(mira.get(page).statusCode()).isEqualTo(403);
        assertThat(cora.get("/papers/date/2026-08-21").body()).contains(page);
        assertThat(cora.get(page).body()).contains("Training for", "Take off the list");

        assertThat(cora.post(page, "paper", SamplePapers.MONEY, "action", "removed", "reason", "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(cora.post(
                                page,
                                "paper",
                                "no such paper",
                                "action",
                                "placed",
                                "reason",
                                "Its day",
                                "day",
                                "2026-08-20")
                        .body())
                .contains("value=\"no such paper\"", "value=\"Its day\"", "value=\"2026-08-20\"");
        String tooLong = "Much ".repeat(150);
        assertThat(cora.post(page, "paper", SamplePapers.MONEY, "action", "removed", "reason", tooLong)
                        .body())
                .containsOnlyOnce("value=\"" + tooLong.strip() + "\"")
                .contains("<option value=\"removed\" selected>");
        HttpResponse<String> done =
                cora.post(page, "paper", SamplePapers.MONEY, "action", "removed", "reason", "An <advertisement>");

        assertThat(cora.follow(done).body()).contains("Done.", "Taken off", "Put back");
        assertThat(server.get("/papers/date/2026-08-21").body()).doesNotContain("Training for");
        assertThat(server.get("/api/daily_papers?date=2026-08-21").body()).doesNotContain("Training for");
        assertThat(server.get("/e/daily/log").body())
                .contains("An &lt;advertisement&gt;", "cora", "took off the list of", "Training for");
        cora.post(page, "paper", SamplePapers.OLD, "action", "placed", "reason", "Its birthday", "day", "2026-08-20");
        assertThat(server.get("/papers/date/2026-08-20").body()).contains("Small Presses");
    }

    @Test
    void whoIsSignedInSeesWhatIsNewAndHidesTheRest() {
        String list = "/papers/date/2026-08-20";
        assertThat(mira.get(list).body()).doesNotContain("since your last visit");
        Visitor cora = server.visitor("cora", Role.CURATOR);
        cora.post(
                "/e/daily/curate/2026-08-20", "paper", SamplePapers.OLD, "action", "placed", "reason", "Its birthday");
        server.program().database().write(sql -> sql.execute("update list_visit set begun_at = begun_at - 3600000"));

        assertThat(mira.get(list).body())
                .contains("1 new since your last visit", "<li class=\"fresh\">New</li>", "?unseen=1");
        assertThat(mira.get(list + "?unseen=1").body())
                .contains("Small Presses", "Show the whole list")
                .doesNotContain("News That Stays News");
        HttpResponse<String> anonymous = server.get(list);
        assertThat(anonymous.body()).doesNotContain("since your last visit");
        assertThat(anonymous.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(server.get(list + "?unseen=1").body()).contains("News That Stays News");
    }
}
