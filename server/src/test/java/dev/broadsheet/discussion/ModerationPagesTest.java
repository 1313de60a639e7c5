package dev.broadsheet.discussion;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Moderators at work, the log that everybody reads, and what people are told of. */
class ModerationPagesTest {
    private static final String PAPER = "/papers/" + SamplePapers.MATHEMATICS;

    @TempDir
    Path folder;

    private TestServer server;
    private Visitor anybody;
    private Visitor mira;
    private Visitor spammer;
    private Visitor moderator;
    private String number;

    @BeforeEach
    void start() {
        server = new TestServer(folder);
        anybody = server.visitor();
        mira = server.visitor("mira", Role.MEMBER);
        spammer = server.visitor("spammer", Role.MEMBER);
        moderator = server.visitor("mod", Role.MODERATOR);
        number = String.valueOf(
                server.catalogue().find(SamplePapers.MATHEMATICS).orElseThrow().number());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReportedCommentIsHiddenAndTheLogSaysWhyButNotWhat() {
        say(spammer, "Cheap watches");
        mira.post("/comments/1/report", "reason", "spam", "details", "Every day");

        assertThat(moderator.get("/moderation").body())
                .contains("Cheap watches", "Spam or advertising", "Every day", "Keep it", "Hide it");
        HttpResponse<String> unsaid = act(moderator, 1, "hide", " ");
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Say why");
        HttpResponse<String> hidden = act(moderator, 1, "hide", "Advertising <b>");
        assertThat(moderator.follow(hidden).body()).contains("The comment is hidden.", "Nothing is reported.");

        assertThat(anybody.get(PAPER).body()).doesNotContain("watches", "Hidden by a moderator");
        assertThat(spammer.get(PAPER).body()).contains("Hidden from others by a moderator.");
        assertThat(anybody.get("/log").body())
                .contains("href=\"/people/mod\"", " hid comment 1, about", "“<bdi>Advertising &lt;b&gt;</bdi>”")
                .doesNotContain("watches");
        assertThat(spammer.get("/notices").body()).contains("A moderator hid your comment");
        act(moderator, 1, "show", "A mistake");
        assertThat(anybody.get(PAPER).body()).contains("watches");
    }

    @Test
    void whatWaitsIsLetIn() {
        say(mira, "https://a.example https://b.example for @spammer");
        assertThat(anybody.get(PAPER).body()).doesNotContain("a.example");

        assertThat(moderator.get("/moderation").body()).contains("https://a.example", "Let it in");
        act(moderator, 1, "approve", "Useful");

        assertThat(anybody.get(PAPER).body()).contains("a.example");
        assertThat(mira.get("/notices").body()).contains("A moderator let your comment in");
        assertThat(spammer.get("/notices").body()).contains("mira mentions you");
    }

    @Test
    void aSpammerIsRemovedAndThePagesAreClean() {
        say(spammer, "Watches one");
        say(spammer, "Watches two");

        HttpResponse<String> cleaned = act(moderator, 1, "clean", "A spammer");

        assertThat(moderator.follow(cleaned).body()).contains("The account is suspended, and 2 comments are hidden.");
        assertThat(anybody.get(PAPER).body()).contains(">Discussion</h2>").doesNotContain("Watches");
        assertThat(spammer.post("/comments", "paper", number, "text", "Watches three")
                        .statusCode())
                .isEqualTo(403);
        assertThat(anybody.get("/log").body())
                .contains("suspended, and hid every comment of, <a href=\"/people/spammer\"");
        act(moderator, 1, "reinstate", "Somebody else’s account");
        assertThat(say(spammer, "I am sorry.").statusCode()).isEqualTo(303);
    }

    @Test
    void aModeratorCannotSuspendAModerator() {
        Visitor other = server.visitor("other", Role.MODERATOR);
        say(other, "My view.");

        assertThat(act(moderator, 1, "clean", "I disagree").statusCode()).isEqualTo(403);
        assertThat(anybody.get(PAPER).body()).contains("My view.");
    }

    @Test
    void somebodyIsSuspendedByName() {
        say(spammer, "Watches");

        assertThat(suspend(moderator, "nobody", "suspend", "x").statusCode()).isEqualTo(404);
        assertThat(suspend(moderator, "spammer", "suspend", "").statusCode()).isEqualTo(422);
        assertThat(suspend(mira, "spammer", "suspend", "x").statusCode()).isEqualTo(403);
        suspend(moderator, "Spammer", "suspend", "Ten accounts");
        assertThat(say(spammer, "More watches").statusCode()).isEqualTo(403);
        assertThat(anybody.get(PAPER).body()).contains("Watches");
        suspend(moderator, "spammer", "clean", "Ten accounts");
        assertThat(anybody.get(PAPER).body()).doesNotContain("Watches");
    }

    private static HttpResponse<String> suspend(Visitor by, String name, String act, String reason) {
        return by.post("/moderation/person", "name", name, "act", act, "reason", reason);
    }

    @Test
    void aDiscussionIsClosedAndOpened() {
        assertThat(mira.get(PAPER).body()).doesNotContain("Close this discussion");
        assertThat(moderator.get(PAPER).body()).contains("Close this discussion");

        moderator.post("/moderation/discussion", "paper", number, "act", "close", "reason", "Too heated");
        assertThat(mira.get(PAPER).body())
                .contains("A moderator has closed this discussion.")
                .doesNotContain("<textarea");
        assertThat(say(mira, "But!").statusCode()).isEqualTo(422);
        moderator.post("/moderation/discussion", "paper", number, "act", "open", "reason", "Calm again");
        assertThat(say(mira, "Thank you.").statusCode()).isEqualTo(303);
        assertThat(anybody.get("/log").body()).contains("closed the discussion of", "opened again the discussion of");
    }

    @Test
    void onlyModeratorsModerate() {
        say(mira, "Hello.");

        for (Visitor visitor : new Visitor[] {spammer, server.visitor("curator", Role.CURATOR)}) {
            assertThat(visitor.get("/moderation").statusCode()).isEqualTo(403);
            assertThat(visitor.get("/comments/1/moderate").statusCode()).isEqualTo(403);
            assertThat(act(visitor, 1, "hide", "x").statusCode()).isEqualTo(403);
            assertThat(visitor.post("/moderation/discussion", "paper", number, "act", "close", "reason", "x")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(anybody.get("/moderation").statusCode()).isEqualTo(401);
        assertThat(act(moderator, 1, "nonsense", "x").statusCode()).isEqualTo(400);
        assertThat(anybody.get("/log").body()).contains("Nothing yet.");
    }

    @Test
    void noticesAreCountedInTheMastheadAndRead() {
        say(mira, "A question.");
        spammer.post("/comments", "parent", "1", "text", "An answer $x_1$.");
        spammer.post("/comments", "parent", "1", "text", "Another, @mira.");

        assertThat(mira.get(PAPER).body()).contains(">2 new notices</a>");
        assertThat(mira.get("/notices").body()).contains("spammer answered you", "An answer", "Mark all as read");
        mira.post("/notices/read", "up-to", "1");
        assertThat(mira.get(PAPER).body()).contains(">1 new notice</a>");
        mira.post("/notices/read", "up-to", "99");
        assertThat(mira.get("/notices").body()).contains(">Notices</a>").doesNotContain("Mark all as read");
        assertThat(spammer.get("/notices").body()).contains("Nobody has answered or mentioned you yet.");
        assertThat(anybody.get("/notices").statusCode()).isEqualTo(401);
        assertThat(anybody.get(PAPER).body()).doesNotContain("/notices");
    }

    private HttpResponse<String> say(Visitor visitor, String text) {
        return visitor.post("/comments", "paper", number, "text", text);
    }

    private static HttpResponse<String> act(Visitor visitor, long comment, String act, String reason) {
        return visitor.post("/comments/" + comment + "/moderate", "act", act, "reason", reason);
    }
}
