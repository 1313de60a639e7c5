package dev.broadsheet.web.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Shown;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.Submission;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonPagesTest {
    private static final String UPVOTED = "A Catalogue of Everything, by Everyone";

    @TempDir
    Path folder;

    private TestServer server;
    private People people;
    private Person mira;
    private Person ben;
    private Visitor reader;

    @BeforeEach
    void start() {
        server = TestServer.searching(folder, SamplePapers::addTo);
        people = server.program().people();
        mira = people.add("mira", "Mira Oduya", Role.CURATOR);
        ben = people.add("ben", "", Role.MEMBER);
        reader = server.visitor(ben);
        server.program().authorship().claim(mira, paper(SamplePapers.MATHEMATICS), "Mira Oduya");
        server.program().authorship().confirm(mira, paper(SamplePapers.MATHEMATICS), mira);
        server.program().votes().cast(mira, paper(SamplePapers.CROWD).number(), true);
        server.program()
                .discussion()
                .comments()
                .write(mira, paper(SamplePapers.MONEY).number(), null, "Still *worth* <b>reading</b>.");
        Daily daily = server.program().daily();
        daily.submissions()
                .submit(
                        daily.editions().standard(),
                        mira,
                        paper(SamplePapers.OLD),
                        new Submission.Words("Nobody numbered it", "", "", ""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aProfileShowsWhoSomebodyIsAndWhatTheyShow() {
        show(mira, Set.of(Shown.PAPERS, Shown.SUBMITTED, Shown.UPVOTED, Shown.COMMENTS));

        HttpResponse<String> page = server.get("/people/mira");

        assertThat(page.body())
                .contains("<h1 dir=\"auto\">Mira Oduya</h1>", "mira, curator, here since 22 August 2026")
                .contains(
                        "/papers/2608.10001",
                        UPVOTED,
                        "noindex",
                        "Still *worth* &lt;b&gt;reading&lt;/b&gt;.",
                        "/comments/1")
                .contains("The Large N Limit of Small Presses", "Nobody numbered it")
                .doesNotContain("Only you see this", "Follow</button>");
        assertThat(reader.get("/people/mira").body()).contains("Follow</button>");
        assertThat(reader.get("/people/MIRA").body()).contains("Mira Oduya");
        assertThat(server.get("/people/ben").body()).contains("ben, here since");
    }

    @Test
    void whatIsNotShownAppearsNowhereButOnOnesOwnPage() {
        reader.post("/people/mira/follow");
        server.program().follows().follow(mira, ben);
        show(mira, Set.of());

        for (String path : new String[] {
            "/people/mira",
            "/people/mira/upvoted",
            "/people/mira/papers",
            "/people/mira/following",
            "/following",
            "/people",
            "/authors/mira",
            "/authors/Mira%20Oduya",
            "/papers/2608.10001",
            "/papers/" + SamplePapers.CROWD,
            "/papers/" + SamplePapers.CROWD + "/votes",
            "/papers/date/2026-08-21",
            "/api/papers/2608.10001",
            "/api/papers/" + SamplePapers.CROWD,
            "/api/daily_papers?date=2026-08-21"
        }) {
            String body = reader.get(path).body();
            assertThat(body).as(path).doesNotContain("Papers of Mira", "class=\"confirmed\"", "mira upvoted");
            if (path.startsWith("/people/") || path.equals("/following")) {
                assertThat(body)
                        .as(path)
                        .doesNotContain(UPVOTED, "/papers/2608.10001", "/people/ben\"><bdi>")
                        .doesNotContain("Nobody numbered it", "Still *worth*");
            }
            if (!path.startsWith("/people")) {
                assertThat(body).as(path).doesNotContain("/people/mira");
            }
        }
        assertThat(reader.get("/people/mira").body()).contains("Mira Oduya shows nothing of what they do here.");
        assertThat(reader.get("/people/mira/upvoted").statusCode()).isEqualTo(404);
        assertThat(server.visitor(mira).get("/people/mira").body())
                .contains("Only you see this", UPVOTED, "/papers/2608.10001", "/people/ben");
    }

    @Test
    void aCommentOfWhoDoesNotShowWhatTheyWroteIsNotMarkedAsTheAuthors() {
        server.program()
                .discussion()
                .comments()
                .write(mira, paper(SamplePapers.MATHEMATICS).number(), null, "Thank you.");
        assertThat(server.get("/papers/2608.10001").body()).contains("Thank you.", "author of the paper");

        show(mira, Set.of(Shown.COMMENTS));

        assertThat(server.get("/papers/2608.10001").body())
                .contains("Thank you.")
                .doesNotContain("author of the paper");
    }

    @Test
    void aLongPartHasPages() {
        show(mira, Set.of(Shown.UPVOTED));
        server.catalogue()
                .latest(100)
                .forEach(number -> server.program().votes().cast(mira, number, true));

        assertThat(server.get("/people/mira").body()).contains("/people/mira/upvoted\"");
        assertThat(server.get("/people/mira/upvoted").body())
                .contains("News That Stays News")
                .doesNotContain("Next page");
        assertThat(server.get("/people/mira/upvoted?page=2").body())
                .contains("Previous page")
                .doesNotContain("/papers/2608");
        assertThat(server.get("/people/mira/upvoted?page=x").statusCode()).isEqualTo(200);
        assertThat(server.get("/people/mira/upvoted?page=-5").statusCode()).isEqualTo(200);
        assertThat(server.get("/people/mira/secrets").statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsFollowedIsReadOnOnePage() {
        show(mira, Set.of(Shown.PAPERS, Shown.SUBMITTED, Shown.UPVOTED, Shown.COMMENTS));
        assertThat(reader.get("/following").body()).contains("You follow nobody.");

        HttpResponse<String> followed = reader.post("/people/mira/follow");

        assertThat(reader.follow(followed).body()).contains("You follow Mira Oduya from now on.", "Stop following");
        assertThat(reader.get("/following").body())
                .contains("Mira Oduya</bdi></a> upvoted", UPVOTED)
                .contains("Mira Oduya</bdi></a> is an author of")
                .contains("Mira Oduya</bdi></a> submitted", "Mira Oduya</bdi></a> commented on");
        assertThat(reader.get("/people/ben").body()).contains("Only you see this", "/people/mira");
        show(mira, Set.of(Shown.PAPERS));
        assertThat(reader.get("/following").body())
                .doesNotContain(UPVOTED, "upvoted", "submitted", "commented on")
                .contains("is an author of");
        assertThat(reader.follow(reader.post("/people/mira/unfollow")).body()).contains("You do not follow");
        assertThat(reader.get("/following").body()).contains("You follow nobody.");
        assertThat(reader.post("/people/ben/follow").statusCode()).isEqualTo(422);
        assertThat(reader.post("/people/nobody/follow").statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsNotSignedInFollowsNobodyAndSeesNoListOfPeople() {
        Visitor stranger = server.visitor();

        assertThat(stranger.get("/people").statusCode()).isIn(302, 303, 401);
        assertThat(stranger.get("/following").statusCode()).isIn(302, 303, 401);
        assertThat(stranger.post("/people/mira/follow").statusCode()).isIn(302, 303, 401);
        assertThat(stranger.get("/people/mira").body()).doesNotContain("Follow</button>");
    }

    @Test
    void peopleAreFoundByTheirNames() {
        people.add("percy", "100% Percy_", Role.READER);

        assertThat(reader.get("/people").body()).contains("/people/mira", "/people/ben", "/people/percy", ", curator");
        assertThat(reader.get("/people?name=ODUYA").body())
                .contains("/people/mira")
                .doesNotContain("/people/percy");
        assertThat(reader.get("/people?name=100%25").body())
                .contains("/people/percy")
                .doesNotContain("/people/mira");
        assertThat(reader.get("/people?name=%25%25").body()).contains("Nobody here has that in their name.");
        assertThat(reader.get("/people?name=%22%3E%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void whoIsSuspendedShowsNothingAndWhoIsGoneIsNobody() {
        show(mira, Set.of(Shown.PAPERS, Shown.UPVOTED));
        reader.post("/people/mira/follow");
        change("update person set suspended_at = 1 where number = ?", mira);

        assertThat(server.get("/people/mira").body())
                .contains("This account is suspended.")
                .doesNotContain(UPVOTED, "/papers/2608.10001");
        assertThat(reader.get("/following").body()).doesNotContain(UPVOTED);
        assertThat(reader.get("/people").body()).doesNotContain("/people/mira");
        assertThat(server.get("/papers/2608.10001").body()).doesNotContain("/people/mira");

        change("update person set gone_at = 1 where number = ?", mira);
        assertThat(server.get("/people/mira").statusCode()).isEqualTo(404);
        assertThat(server.get("/people/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void hostileNamesStayText() {
        Person hostile = people.add("hostile", "<img src=x onerror=alert(1)>\u202Eevil", Role.MEMBER);
        show(hostile, Set.of(Shown.UPVOTED, Shown.PAPERS));
        server.program().votes().cast(hostile, paper(SamplePapers.HOSTILE).number(), true);
        reader.post("/people/hostile/follow");

        for (String path :
                new String[] {"/people/hostile", "/people", "/following", "/people/ben", "/authors/hostile"}) {
            assertThat(reader.get(path).body())
                    .as(path)
                    .contains("&lt;img src=x")
                    .doesNotContain("<img src=x", "<script>document");
        }
    }

    @Test
    void theAuthorsPageOfANameHasItsPapersAndLeadsToThePerson() {
        assertThat(server.get("/authors/Mira%20Oduya").body())
                .contains("<h1 dir=\"auto\">Mira Oduya</h1>", "/papers/2608.10001", "Several people may share it.")
                .contains("/authors/mira\"><bdi>Papers of Mira Oduya</bdi>");
        assertThat(server.get("/authors?name=Chen+Wei").body()).contains("News That Stays News");
        assertThat(server.get("/authors/Nobody%20Here").body()).contains("No paper here has an author of this name.");
        assertThat(server.get("/authors/%3Cscript%3Ealert(1)").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
        assertThat(server.get("/authors").headers().firstValue("Location")).contains("/papers?q=");
        assertThat(server.get("/authors/" + "x".repeat(3_000)).statusCode()).isEqualTo(200);
        assertThat(server.get("/authors/%E6%9D%8E%E6%98%8E").body()).contains("李明");
    }

    @Test
    void theAuthorsPageOfAPersonHasThePapersThatAreTheirs() {
        assertThat(server.get("/authors/mira").body())
                .contains("1 paper of which Mira Oduya is confirmed to be an author", "/papers/2608.10001")
                .contains("/people/mira");
        assertThat(server.get("/authors/ben").body()).contains("ben is confirmed as an author of no paper yet.");
    }

    private Paper paper(String id) {
        return server.catalogue().find(id).orElseThrow();
    }

    private void show(Person person, Set<Shown> shown) {
        server.program()
                .database()
                .write(transaction -> transaction.execute(
                        "update person set shows = ? where number = ?", Shown.words(shown), person.number()));
    }

    private void change(String statement, Person person) {
        server.program().database().write(transaction -> transaction.execute(statement, person.number()));
    }
}
