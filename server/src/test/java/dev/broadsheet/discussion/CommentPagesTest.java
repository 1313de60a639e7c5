package dev.broadsheet.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.testing.SamplePapers;
import dev.broadsheet.testing.TestServer;
import dev.broadsheet.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing, answering, changing and taking away, as a browser without scripts does it. */
class CommentPagesTest {
    private static final String PAPER = "/papers/" + SamplePapers.MATHEMATICS;

    @TempDir
    Path folder;

    private TestServer server;
    private Visitor mira;
    private Visitor tomas;
    private String number;

    @BeforeEach
    void start() {
        server = new TestServer(folder);
        mira = server.visitor("mira", Role.MEMBER);
        tomas = server.visitor("tomas", Role.MEMBER);
        number = String.valueOf(
                server.catalogue().find(SamplePapers.MATHEMATICS).orElseThrow().number());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void twoPeopleSeeEachOthersWords() {
        assertThat(mira.get(PAPER).body()).contains("<form class=\"writing\" method=\"post\" action=\"/comments\">");
        HttpResponse<String> sent = say(mira, "Is $\\ell_p$ **really** needed?");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(mira.follow(sent).body()).contains("Your comment is there.");

        HttpResponse<String> answered = tomas.post("/comments", "parent", "1", "text", "Yes, @mira.");
        assertThat(answered.headers().firstValue("Location")).contains(PAPER + "#comment-2");
        String page = mira.get(PAPER).body();
        assertThat(page)
                .contains(">2 comments</h2>", "id=\"comment-1\"", "<strong>really</strong>", "indent-1")
                .contains("<span class=\"math\">\\ell_p</span>", "href=\"/people/mira\"", "answers <bdi>mira</bdi>");
        assertThat(mira.get("/comments/2").headers().firstValue("Location")).contains(PAPER + "#comment-2");
    }

    @Test
    void whoIsNotSignedInReadsAndIsToldHowToWrite() {
        say(mira, "Hello.");

        HttpResponse<String> page = server.visitor().get(PAPER);
        assertThat(page.body())
                .contains("Hello.", "<a href=\"/sign-in\">Sign in</a> to write.")
                .doesNotContain("<textarea", "/edit\"", "/report\"");
        assertThat(page.headers().firstValue("Set-Cookie"))
                .as("nothing of their own")
                .isEmpty();
        assertThat(say(server.visitor(), "x").statusCode()).isEqualTo(401);
        assertThat(say(server.visitor("reader", Role.READER), "x").statusCode()).isEqualTo(403);
        assertThat(server.visitor().get("/comments/1/edit").statusCode()).isEqualTo(401);
        assertThat(server.visitor().get("/comments/77").statusCode()).isEqualTo(404);
        assertThat(server.visitor().get("/comments/x").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTooLongIsShownAgain() {
        String words = "long ".repeat(3_000) + "end";

        HttpResponse<String> again = say(mira, words);

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("A comment has at most 10,000 characters; this one has 15,003.", words);
    }

    @Test
    void aCommentIsChangedAndWhatItSaidBeforeCanBeRead() {
        say(mira, "Frist!");

        assertThat(mira.get("/comments/1/edit").body()).contains(">Frist!</textarea>");
        mira.post("/comments/1/edit", "edits", "0", "text", "First!");
        assertThat(mira.get(PAPER).body()).contains("First!", "href=\"/comments/1/history\">changed");
        assertThat(server.visitor().get("/comments/1/history").body()).contains("Frist!", "First!");
        HttpResponse<String> late = mira.post("/comments/1/edit", "edits", "0", "text", "Second window");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("You changed this comment elsewhere", "Second window");
        assertThat(tomas.get("/comments/1/edit").statusCode()).isEqualTo(403);
        assertThat(tomas.post("/comments/1/edit", "edits", "1", "text", "x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCommentIsDeletedAndItsAnswersStay() {
        say(mira, "My secret.");
        tomas.post("/comments", "parent", "1", "text", "I know.");
        assertThat(tomas.get(PAPER).body()).contains("My secret.");

        assertThat(tomas.post("/comments/1/delete").statusCode()).isEqualTo(404);
        HttpResponse<String> deleted = mira.post("/comments/1/delete");
        assertThat(mira.follow(deleted).body())
                .contains("Your comment is deleted.", "Deleted by who wrote it.", "I know.", ">1 comment</h2>")
                .doesNotContain("My secret.");
        Comment left = server.program().discussion().comments().find(1).orElseThrow();
        assertThat(server.program().discussion().published(left).html()).doesNotContain("My secret.");
        tomas.post("/comments/2/delete");
        assertThat(mira.get(PAPER).body()).contains(">Discussion</h2>").doesNotContain("Deleted by who");
    }

    @Test
    void aReactionIsTakenBackByTheSameButton() {
        say(mira, "Well?");
        tomas.post("/comments/1/react", "reaction", "agree");
        mira.post("/comments/1/react", "reaction", "agree");

        assertThat(tomas.get(PAPER).body())
                .contains("value=\"-agree\" title=\"I agree\" aria-label=\"I agree, 2\" aria-pressed=\"true\"");
        assertThat(server.visitor().get(PAPER).body()).contains("I agree: </span>");
        tomas.post("/comments/1/react", "reaction", "-agree");
        assertThat(tomas.get(PAPER).body()).contains("value=\"agree\" title=\"I agree\" aria-label=\"I agree, 1\"");
        assertThat(tomas.post("/comments/1/react", "reaction", "nonsense").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aNewMembersLinksWaitForAModerator() {
        HttpResponse<String> sent = say(mira, "https://a.example https://b.example");

        assertThat(mira.follow(sent).body()).contains("a moderator looks at it", "Not shown to others yet");
        assertThat(tomas.get(PAPER).body()).doesNotContain("a.example");
        assertThat(tomas.get("/comments/1").statusCode()).isEqualTo(404);
        assertThat(tomas.get("/comments/1/history").statusCode()).isEqualTo(404);
        assertThat(tomas.post("/comments/1/react", "reaction", "agree").statusCode())
                .isEqualTo(404);
        HttpResponse<String> answered = tomas.post("/comments", "parent", "1", "text", "");
        assertThat(answered.statusCode()).isEqualTo(404);
        assertThat(answered.body()).doesNotContain("a.example");
    }

    @Test
    void aReportNeedsAReasonAndIsKeptOnce() {
        say(mira, "Buy watches.");

        assertThat(tomas.get("/comments/1/report").body()).contains("Spam or advertising", "Buy watches.");
        assertThat(tomas.post("/comments/1/report").statusCode()).isEqualTo(422);
        assertThat(report(tomas)).contains("A moderator will look at it.");
        assertThat(report(tomas)).contains("You reported this comment before");
        assertThat(report(mira)).contains("cannot be reported");
    }

    @Test
    void theOrderCanBeTurnedRound() {
        say(mira, "Older words.");
        say(mira, "Newer words.");

        assertThat(mira.get(PAPER).body().replaceAll("\\s+", " "))
                .containsPattern("Older words.*Newer words")
                .contains("comments=newest#discussion\">Newest first</a>");
        assertThat(mira.get(PAPER + "?comments=newest").body().replaceAll("\\s+", " "))
                .containsPattern("Newer words.*Older words")
                .contains(">Oldest first</a>");
    }

    @Test
    void authorsAndModeratorsAreMarked() {
        Person author = server.program().people().byName("mira").orElseThrow();
        Paper paper = server.catalogue().find(SamplePapers.MATHEMATICS).orElseThrow();
        Authorship authorship = server.program().authorship();
        authorship.claim(author, paper, "Mira Oduya");
        authorship.confirm(server.program().people().add("curator", "", Role.CURATOR), paper, author);
        say(mira, "I wrote it.");
        say(server.visitor("mod", Role.MODERATOR), "I look after it.");
        say(tomas, "I read it.");

        assertThat(server.visitor().get(PAPER).body().split("author of the paper"))
                .hasSize(2);
        assertThat(server.visitor().get(PAPER).body())
                .contains("mira</a> <span class=\"mark\">author of the paper</span>")
                .contains("mod</a> <span class=\"mark\">moderator</span>")
                .contains("tomas</a> <a href=");
    }

    @Test
    void peopleTakeTheirWordsAlong() {
        say(mira, "Words of mine.");
        mira.post("/comments/1/react", "reaction", "agree");
        Person person = server.program().people().byName("mira").orElseThrow();

        assertThat(server.program().discussion().personalData().export(person).toString())
                .contains("comments.json", "Words of mine.", SamplePapers.MATHEMATICS, "2026-08-22T12:00:00Z")
                .contains("reaction=agree");
        server.program().database().write(transaction -> {
            server.program().discussion().personalData().deleted(transaction, person, true);
            return true;
        });
        assertThat(tomas.get(PAPER).body())
                .contains("Words of mine.", "Somebody who left")
                .doesNotContain("/people/mira");
    }

    private HttpResponse<String> say(Visitor visitor, String text) {
        return visitor.post("/comments", "paper", number, "text", text);
    }

    private static String report(Visitor visitor) {
        return visitor.follow(visitor.post("/comments/1/report", "reason", "spam", "details", "Look"))
                .body();
    }
}
