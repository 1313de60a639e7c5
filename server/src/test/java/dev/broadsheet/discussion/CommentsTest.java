package dev.broadsheet.discussion;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.Notices.Notice;
import dev.broadsheet.discussion.Outcome.Kept;
import dev.broadsheet.discussion.Outcome.Refused;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.paper.Identifier;
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
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said about papers, on every database. */
@OnBothDatabases
class CommentsTest {
    private static final DiscussionSettings SETTINGS = new DiscussionSettings(7, 1, 40);

    @RegisterExtension
    final TestDatabase databases;

    private final MovableClock time = new MovableClock("2026-08-01T12:00:00Z");
    private final Clock clock = time.in(ZoneOffset.UTC);
    private Database database;
    private Catalogue catalogue;
    private People people;
    private Comments comments;
    private Notices notices;
    private Person mira;
    private Person tomas;
    private long paper;

    CommentsTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database, Comments.PAPERS);
        people = new People(database, clock);
        comments = new Comments(catalogue, people, SETTINGS, clock);
        notices = new Notices(database, clock);
        mira = people.add("mira", "Mira Oduya", Role.MEMBER);
        tomas = people.add("tomas", "", Role.MEMBER);
        paper = add("2608.10001");
        time.set("2026-08-22T12:00:00Z");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsSaidIsKept() {
        Comment first = write(mira, null, "  Is the *bound* sharp?\n");
        Comment answer = write(tomas, first.number(), "It is, see arXiv:2608.10001 and 2608.99999, @mira, @nobody.");

        assertThat(comments.find(first.number())).hasValue(first);
        assertThat(first.text()).isEqualTo("Is the *bound* sharp?");
        assertThat(first.state()).isEqualTo(State.SHOWN);
        assertThat(comments.find(answer.number()).orElseThrow().parent()).isEqualTo(first.number());
        assertThat(answer.links().names()).containsExactly("mira");
        assertThat(answer.links().papers()).containsExactly("arXiv:2608.10001");
        assertThat(comments.counts(List.of(paper))).isEqualTo(Map.of(paper, 2));
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsKept() {
        long other = add("2608.10002");
        Comment elsewhere = kept(comments.write(mira, other, null, "On another paper."));
        Comment deleted = write(mira, null, "Soon gone.");
        comments.delete(mira, deleted.number());

        assertThat(comments.write(mira, paper, null, " \n ")).isInstanceOf(Refused.class);
        assertThat(comments.write(mira, paper, null, "x".repeat(Comment.LONGEST + 1)))
                .isInstanceOf(Refused.class);
        assertThat(comments.write(mira, 1_000_000, null, "x")).isInstanceOf(Refused.class);
        assertThat(comments.write(mira, paper, elsewhere.number(), "x")).isInstanceOf(Refused.class);
        assertThat(comments.write(mira, paper, deleted.number(), "x")).isInstanceOf(Refused.class);
        assertThat(comments.write(mira, paper, 1_000_000L, "x")).isInstanceOf(Refused.class);
        assertThat(comments.write(people.add("reader", "", Role.READER), paper, null, "x"))
                .isInstanceOf(Refused.class);
        assertThat(comments.counts(List.of(paper, other))).isEqualTo(Map.of(other, 1));
        write(mira, null, "x".repeat(Comment.LONGEST));
    }

    @Test
    void theSameSentTwiceIsKeptOnce() {
        Comment first = write(mira, null, "Once.");

        assertThat(write(mira, null, "Once.")).isEqualTo(first);
        assertThat(write(mira, first.number(), "Once.")).isNotEqualTo(first);
        assertThat(write(tomas, null, "Once.")).isNotEqualTo(first);
        time.set("2026-08-22T12:20:00Z");
        assertThat(write(mira, null, "Once.")).isNotEqualTo(first);
    }

    @Test
    void aChangeKeepsWhatWasSaidBefore() {
        Comment first = write(mira, null, "Frist.");
        time.set("2026-08-22T13:00:00Z");
        Comment second = kept(comments.edit(mira, first.number(), 0, "First, @tomas."));

        assertThat(comments.find(first.number())).hasValue(second);
        assertThat(second.edits()).isEqualTo(1);
        assertThat(second.at()).isEqualTo(first.at());
        assertThat(comments.versions(first.number())).containsExactly(new CommentRows.FormerText(first.at(), "Frist."));
        assertThat(notices.unread(tomas)).isEqualTo(1);
        assertThat(comments.edit(mira, first.number(), 0, "In another window."))
                .as("of an older text")
                .isInstanceOf(Refused.class);
        assertThat(comments.edit(tomas, first.number(), 1, "Not mine.")).isInstanceOf(Refused.class);
        assertThat(kept(comments.edit(mira, first.number(), 1, "First, @tomas."))
                        .edits())
                .as("nothing changed")
                .isEqualTo(1);
    }

    @Test
    void whatIsDeletedIsGoneAndItsAnswersStay() {
        Comment first = write(mira, null, "A secret.");
        Comment answer = write(tomas, first.number(), "I heard it, @mira.");
        comments.edit(mira, first.number(), 0, "A better secret.");
        comments.react(tomas, first.number(), Reaction.AGREE, true);

        assertThat(comments.delete(tomas, first.number())).isFalse();
        assertThat(comments.delete(mira, first.number())).isTrue();
        assertThat(comments.delete(mira, first.number())).isFalse();

        Comment left = comments.find(first.number()).orElseThrow();
        assertThat(left.text()).isEmpty();
        assertThat(left.state()).isEqualTo(State.DELETED);
        assertThat(comments.versions(first.number())).isEmpty();
        assertThat(comments.reactions(List.of(first.number()))).isEmpty();
        assertThat(comments.find(answer.number())).hasValue(answer);
        assertThat(comments.counts(List.of(paper))).isEqualTo(Map.of(paper, 1));
        assertThat(comments.edit(mira, first.number(), 1, "Back.")).isInstanceOf(Refused.class);
    }

    @Test
    void aPersonReactsOnceWithEachSign() {
        Comment first = write(mira, null, "Well?");
        for (int i = 0; i < 2; i++) {
            comments.react(tomas, first.number(), Reaction.AGREE, true);
        }
        comments.react(mira, first.number(), Reaction.AGREE, true);
        comments.react(mira, first.number(), Reaction.LOOKING, true);

        assertThat(requireNonNull(comments.reactions(List.of(first.number())).get(first.number()))
                        .get(Reaction.AGREE))
                .containsExactlyInAnyOrder(mira.number(), tomas.number());
        for (int i = 0; i < 2; i++) {
            comments.react(mira, first.number(), Reaction.AGREE, false);
        }
        assertThat(comments.reactions(List.of(first.number())).get(first.number()))
                .isEqualTo(Map.of(Reaction.AGREE, List.of(tomas.number()), Reaction.LOOKING, List.of(mira.number())));
        assertThat(comments.react(mira, 1_000_000, Reaction.AGREE, true)).isFalse();
    }

    @Test
    void peopleAreToldOfAnswersAndMentionsOnce() {
        Comment first = write(mira, null, "I am @mira, hello @Tomas and @tomas.");
        Comment answer = write(tomas, first.number(), "Hello @mira!");
        write(mira, first.number(), "To myself.");

        assertThat(notices.unread(mira)).isEqualTo(1);
        assertThat(notices.unread(tomas)).isEqualTo(1);
        List<Notice> told = notices.of(mira, Long.MAX_VALUE, 10);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().comment()).isEqualTo(answer);
        assertThat(told.getFirst().kind()).isEqualTo(Notices.Kind.REPLY);
        notices.read(mira, told.getFirst().number());
        assertThat(notices.unread(mira)).isZero();
        assertThat(notices.unread(tomas)).isEqualTo(1);
        comments.delete(mira, first.number());
        assertThat(notices.unread(tomas)).as("of what is gone").isZero();
    }

    @Test
    void aNewMembersCommentWithLinksWaits() {
        Person newcomer = people.add("newcomer", "", Role.MEMBER);
        String links = "Buy https://a.example and https://b.example, @mira";

        Comment waiting = write(newcomer, null, links);
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(comments.counts(List.of(paper))).isEmpty();
        assertThat(notices.unread(mira)).isZero();
        assertThat(write(newcomer, null, "One link: https://a.example").state()).isEqualTo(State.SHOWN);
        assertThat(write(mira, null, links).state()).as("of an older member").isEqualTo(State.SHOWN);
        Comment plain = write(newcomer, null, "Plain at first.");
        assertThat(kept(comments.edit(newcomer, plain.number(), 0, links)).state())
                .isEqualTo(State.WAITING);
        Person curator = people.add("curator", "", Role.CURATOR);
        assertThat(write(curator, null, links).state()).isEqualTo(State.SHOWN);
        time.set("2026-08-30T12:00:00Z");
        assertThat(write(newcomer, null, links).state()).as("a week later").isEqualTo(State.SHOWN);
    }

    @Test
    void nobodyWritesMoreThanTheirRoleAllows() {
        Person newcomer = people.add("newcomer", "", Role.MEMBER);

        assertThat(written(newcomer, 50)).isEqualTo(10);
        assertThat(written(mira, 50)).isEqualTo(40);
        assertThat(written(people.add("curator", "", Role.CURATOR), 50)).isEqualTo(50);
        time.set("2026-08-22T14:00:00Z");
        assertThat(written(mira, 1)).isEqualTo(1);
    }

    private int written(Person person, int times) {
        int kept = 0;
        for (int i = 0; i < times; i++) {
            kept += comments.write(person, paper, null, "Number " + i) instanceof Kept ? 1 : 0;
        }
        return kept;
    }

    @Test
    void whoLeavesTakesTheirWordsAlongOrLeavesThemUnsigned() {
        Comment stays = write(mira, null, "Worth keeping.");
        Comment goes = write(tomas, stays.number(), "Not worth keeping, @mira.");
        comments.react(mira, goes.number(), Reaction.THANKS, true);

        database.write(transaction -> {
            comments.forget(transaction, mira, true);
            comments.forget(transaction, tomas, false);
            return 0;
        });

        Comment unsigned = comments.find(stays.number()).orElseThrow();
        assertThat(unsigned.person()).isNull();
        assertThat(unsigned.text()).isEqualTo("Worth keeping.");
        Comment gone = comments.find(goes.number()).orElseThrow();
        assertThat(gone.person()).isNull();
        assertThat(gone.text()).isEmpty();
        assertThat(gone.state()).isEqualTo(State.DELETED);
        assertThat(comments.reactions(List.of(goes.number()))).isEmpty();
        assertThat(notices.of(mira, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(comments.counts(List.of(paper))).isEqualTo(Map.of(paper, 1));
    }

    @Test
    void commentsAreCarriedIntoTheCounts() {
        CommunityCounts counts = new CommunityCounts(catalogue, CommunityCounts.Counter.NOTHING, comments::counts);
        Comment first = write(mira, null, "One.");
        write(tomas, first.number(), "Two.");
        counts.carryOver();
        assertThat(carried(paper)).isEqualTo(2);

        comments.delete(mira, first.number());
        counts.carryOver();
        assertThat(carried(paper)).isEqualTo(1);
    }

    @Test
    void whoFollowsTheCountsIsToldWhenACommenterIsSuspendedOrLeaves() {
        CommunityCounts counts = new CommunityCounts(catalogue, CommunityCounts.Counter.NOTHING, comments::counts);
        write(mira, null, "One.");
        write(tomas, null, "Two.");
        counts.carryOver();
        long before = catalogue.latestRevision();

        database.write(transaction -> {
            comments.standingChanged(transaction, mira);
            return 0;
        });
        counts.carryOver();
        long between = catalogue.latestRevision();
        assertThat(between).isGreaterThan(before);

        database.write(transaction -> {
            comments.forget(transaction, tomas, true);
            return 0;
        });
        counts.carryOver();
        assertThat(catalogue.latestRevision()).isGreaterThan(between);
    }

    /** Two servers write about three papers, which meanwhile become one in two steps. */
    @Test
    void whatIsSaidWhilePapersMergeIsSaidOfTheSurvivor() throws Exception {
        CommunityCounts counts = new CommunityCounts(catalogue, CommunityCounts.Counter.NOTHING, comments::counts);
        List<Person> writers = List.of(mira, tomas, people.add("third", "", Role.CURATOR));
        try (Database other = databases.connect();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Comments elsewhere = new Comments(
                    new Catalogue(other, Comments.PAPERS),
                    new People(other, clock),
                    new DiscussionSettings(0, 0, 10_000),
                    clock);
            for (int round = 0; round < 10; round++) {
                String name = "2607.%04d".formatted(round);
                List<Long> papers = List.of(add(name + "1"), add(name + "2"), add(name + "3"));
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<Integer>> working = new ArrayList<>();
                working.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 2; i++) {
                        long next = papers.get(i);
                        long after = papers.get(i + 1);
                        catalogue.write(writer -> {
                            writer.merge(next, after);
                            return 0;
                        });
                    }
                    return 0;
                }));
                for (Person person : writers) {
                    Random random = new Random(round);
                    int number = round;
                    working.add(threads.submit(() -> {
                        start.await();
                        for (int i = 0; i < 5; i++) {
                            Comment said = kept(elsewhere.write(
                                    person, papers.get(random.nextInt(3)), null, "Round " + number + ", " + i));
                            kept(elsewhere.edit(person, said.number(), 0, said.text() + "!"));
                            elsewhere.react(person, said.number(), Reaction.AGREE, true);
                        }
                        return 0;
                    }));
                }
                for (Future<Integer> work : working) {
                    work.get();
                }
                assertThat(comments.counts(papers)).as("round %d", round).isEqualTo(Map.of(papers.getLast(), 15));
                counts.carryOver();
                assertThat(carried(papers.getLast())).isEqualTo(15);
            }
        }
    }

    private int carried(long of) {
        return database.read(sql -> sql.sql("select comments from community_count where paper = ?")
                .param(of)
                .query(Integer.class)
                .single());
    }

    private Comment write(Person person, @Nullable Long parent, String text) {
        return kept(comments.write(person, paper, parent, text));
    }

    private static Comment kept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Kept.class);
        return ((Kept) outcome).comment();
    }

    private long add(String arxiv) {
        return catalogue.write(writer -> writer.add(
                Metadata.titled("On " + arxiv)
                        .identifier(new Identifier(Identifier.Scheme.ARXIV, arxiv))
                        .build(),
                Instant.EPOCH));
    }
}
