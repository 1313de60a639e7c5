package dev.broadsheet.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.ModerationLog.Action;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What moderators do, on every database. */
@OnBothDatabases
class CommentModerationTest {
    @RegisterExtension
    final TestDatabase databases;

    private final MovableClock time = new MovableClock("2026-08-22T12:00:00Z");
    private final Clock clock = time.in(ZoneOffset.UTC);
    private final List<Long> suspended = new ArrayList<>();
    private Database database;
    private Catalogue catalogue;
    private Comments comments;
    private Notices notices;
    private Reports reports;
    private ModerationLog log;
    private CommentModeration moderation;
    private Person moderator;
    private Person mira;
    private Person spammer;
    private long paper;

    CommentModerationTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database, Comments.PAPERS);
        People people = new People(database, clock);
        comments = new Comments(catalogue, people, DiscussionSettings.DEFAULT, clock);
        notices = new Notices(database, clock);
        reports = new Reports(database, clock);
        log = new ModerationLog(database, clock);
        moderation = new CommentModeration(
                comments,
                catalogue,
                new Suspension() {
                    @Override
                    public void suspend(Person by, long person, String reason) {
                        suspended.add(person);
                        database.write(transaction ->
                                transaction.execute("update person set suspended_at = 1 where number = ?", person));
                    }

                    @Override
                    public void reinstate(Person by, long person) {
                        suspended.remove(person);
                    }
                },
                clock);
        moderator = people.add("moderator", "", Role.MODERATOR);
        mira = people.add("mira", "", Role.MEMBER);
        spammer = people.add("spammer", "", Role.MEMBER);
        paper = add("A Paper");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsHiddenIsOutOfSightUntilItIsShownAgain() {
        long number = say(spammer, paper, "Watches, @mira!");
        assertThat(notices.unread(mira)).isEqualTo(1);

        assertThat(moderation.hide(moderator, number, "Advertising")).isTrue();
        assertThat(moderation.hide(moderator, number, "Again")).isFalse();
        assertThat(state(number)).isEqualTo(State.HIDDEN);
        assertThat(comments.counts(List.of(paper))).isEmpty();
        assertThat(notices.unread(mira)).isZero();
        assertThat(notices.of(spammer, Long.MAX_VALUE, 9).getFirst().kind()).isEqualTo(Notices.Kind.HIDDEN);
        assertThat(comments.edit(spammer, number, 0, "Better watches")).isInstanceOf(Outcome.Refused.class);

        assertThat(moderation.show(moderator, number, "A mistake")).isTrue();
        assertThat(comments.counts(List.of(paper))).isEqualTo(Map.of(paper, 1));
        assertThat(notices.unread(mira)).isEqualTo(1);
        assertThat(log.entries(Long.MAX_VALUE, 9).stream().map(entry -> entry.action() + ": " + entry.reason()))
                .containsExactly("SHOW: A mistake", "HIDE: Advertising");
    }

    @Test
    void whatWaitsIsLetInOrHidden() {
        long good = say(mira, paper, "See https://a.example and https://b.example, @spammer");
        long bad = say(spammer, paper, "Buy https://a.example and https://b.example, @mira");
        assertThat(moderation.waiting(9)).extracting(Comment::number).containsExactly(good, bad);

        assertThat(moderation.approve(moderator, good, "Useful links")).isTrue();
        assertThat(moderation.hide(moderator, bad, "Advertising")).isTrue();

        assertThat(moderation.waiting(9)).isEmpty();
        assertThat(state(good)).isEqualTo(State.SHOWN);
        assertThat(state(bad)).isEqualTo(State.HIDDEN);
        assertThat(notices.of(mira, Long.MAX_VALUE, 9))
                .extracting(Notices.Notice::kind)
                .containsExactly(Notices.Kind.APPROVED);
        assertThat(notices.of(spammer, Long.MAX_VALUE, 9))
                .extracting(Notices.Notice::kind)
                .containsExactly(Notices.Kind.HIDDEN, Notices.Kind.MENTION);
        assertThat(moderation.approve(moderator, bad, "x")).isFalse();
    }

    @Test
    void aReportIsKeptOnceAndSettledOnce() {
        long number = say(spammer, paper, "Watches!");

        assertThat(report(mira, number)).isEqualTo(Reports.Outcome.KEPT);
        assertThat(report(mira, number)).isEqualTo(Reports.Outcome.REPORTED_BEFORE);
        assertThat(report(moderator, number)).isEqualTo(Reports.Outcome.KEPT);
        assertThat(report(spammer, number)).isEqualTo(Reports.Outcome.NOT_THERE);
        assertThat(report(mira, 1_000_000)).isEqualTo(Reports.Outcome.NOT_THERE);
        assertThat(reports.open(9).get(number))
                .extracting(Reports.Report::person)
                .containsExactlyInAnyOrder(mira.number(), moderator.number());

        assertThat(moderation.dismiss(moderator, number, "Just a watchmaker")).isTrue();
        assertThat(moderation.dismiss(moderator, number, "x")).isFalse();
        assertThat(reports.open(9)).isEmpty();
        assertThat(state(number)).isEqualTo(State.SHOWN);
        assertThat(report(mira, number)).as("of what was looked at").isEqualTo(Reports.Outcome.REPORTED_BEFORE);
    }

    @Test
    void nobodyReportsWithoutEnd() {
        for (int i = 0; i <= Reports.MOST_A_DAY; i++) {
            long number = say(people("writer" + i), paper, "Number " + i);
            assertThat(report(mira, number))
                    .isEqualTo(i < Reports.MOST_A_DAY ? Reports.Outcome.KEPT : Reports.Outcome.TOO_MANY);
        }
    }

    @Test
    void aClosedDiscussionIsForModeratorsOnly() {
        long first = say(mira, paper, "First.");

        assertThat(moderation.close(moderator, paper, "Too heated")).isTrue();
        assertThat(moderation.close(moderator, paper, "x")).isFalse();
        assertThat(comments.write(mira, paper, null, "But!")).isInstanceOf(Outcome.Refused.class);
        assertThat(comments.edit(mira, first, 0, "But!")).isInstanceOf(Outcome.Refused.class);
        say(moderator, paper, "Be kind.");
        assertThat(moderation.open(moderator, paper, "They calmed down")).isTrue();
        assertThat(moderation.open(moderator, paper, "x")).isFalse();
        say(mira, paper, "Thank you.");
        assertThat(comments.edit(mira, first, 0, "I was first.")).isInstanceOf(Outcome.Kept.class);
        assertThat(moderation.close(moderator, 1_000_000, "x")).isFalse();
    }

    @Test
    void aClosedDiscussionStaysClosedWhenPapersMerge() {
        long other = add("The same paper");
        moderation.close(moderator, paper, "Too heated");
        moderation.close(moderator, other, "Too heated");

        catalogue.write(writer -> {
            writer.merge(paper, other);
            return 0;
        });

        assertThat(comments.isLocked(other)).isTrue();
        assertThat(moderation.open(moderator, paper, "Enough")).isTrue();
        assertThat(comments.isLocked(other)).isFalse();
    }

    @Test
    void aSpammerIsSuspendedAndThePagesAreClean() {
        long other = add("Another Paper");
        long first = say(spammer, paper, "Watches!");
        long answer = say(mira, first, paper, "No, thanks.");
        say(spammer, other, "Watches, @mira!");
        say(spammer, other, "https://a.example https://b.example");
        comments.react(spammer, answer, Reaction.AGREE, true);
        report(mira, first);

        assertThat(moderation.suspendAndHide(moderator, spammer.number(), "A spammer"))
                .isEqualTo(3);

        assertThat(suspended).containsExactly(spammer.number());
        assertThat(comments.counts(List.of(paper, other))).isEqualTo(Map.of(paper, 1));
        assertThat(comments.reactions(List.of(answer))).isEmpty();
        assertThat(reports.open(9)).isEmpty();
        assertThat(moderation.waiting(9)).isEmpty();
        assertThat(notices.unread(mira)).isZero();
        assertThat(comments.write(spammer, paper, null, "More watches")).isInstanceOf(Outcome.Refused.class);
        assertThat(log.entries(Long.MAX_VALUE, 9))
                .extracting(ModerationLog.Entry::action)
                .containsExactly(Action.CLEAN);
        assertThat(moderation.suspendAndHide(moderator, spammer.number(), "Once more"))
                .isZero();
    }

    private Person people(String name) {
        return new People(database, clock).add(name, "", Role.MEMBER);
    }

    private Reports.Outcome report(Person person, long number) {
        return reports.report(person, number, Reports.Reason.SPAM, "");
    }

    private State state(long number) {
        return comments.find(number).orElseThrow().state();
    }

    private long say(Person person, long about, String text) {
        return ((Outcome.Kept) comments.write(person, about, null, text))
                .comment()
                .number();
    }

    private long say(Person person, long answered, long about, String text) {
        return ((Outcome.Kept) comments.write(person, about, answered, text))
                .comment()
                .number();
    }

    private long add(String title) {
        return catalogue.write(writer -> writer.add(Metadata.titled(title).build(), Instant.EPOCH));
    }
}
