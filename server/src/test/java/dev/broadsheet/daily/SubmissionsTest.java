package dev.broadsheet.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.daily.CurationEntry.Action;
import dev.broadsheet.daily.Standing.Counts;
import dev.broadsheet.daily.Submission.State;
import dev.broadsheet.daily.Submission.Words;
import dev.broadsheet.daily.Submissions.Outcome;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.SampleSource;
import dev.broadsheet.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnBothDatabases
class SubmissionsTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-08-21");

    @RegisterExtension
    final TestDatabase databases;

    private Newsroom room;
    private Person mira;

    SubmissionsTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        room = new Newsroom(databases.connect());
        mira = room.person("mira", Role.MEMBER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Outcome submit(DailyEdition edition, Person person, Paper paper) {
        return room.daily.submissions().submit(edition, person, paper, Words.NONE);
    }

    private Outcome submit(Person person, Paper paper) {
        return submit(room.standard(), person, paper);
    }

    @Test
    void aPaperComesOnTheCurrentListOnce() {
        Paper paper = room.paper("2608.00001", "2026-08-20");
        Words words = new Words("Read it.", "https://example.org/code", "", "");

        assertThat(room.daily.submissions().submit(room.standard(), mira, paper, words))
                .isEqualTo(new Outcome.Listed(FRIDAY));
        assertThat(submit(room.person("tomas", Role.MEMBER), paper)).isEqualTo(new Outcome.ListedBefore(FRIDAY));

        assertThat(room.list(room.standard(), "2026-08-21")).isEqualTo("2608.00001");
        Submission submission =
                room.daily.submissions().find(room.standard(), paper.number()).orElseThrow();
        assertThat(submission.signedBy()).isEqualTo(mira);
        assertThat(submission.words()).isEqualTo(words);
        assertThat(room.daily.submissions().submittersOf(List.of(paper.number())))
                .containsOnlyKeys(paper.number())
                .containsValue(Set.of(mira.number()));
    }

    @Test
    void aPaperThatCameWithAnImportedListWasThereBefore() {
        Paper paper = room.paper("2608.00001", "2026-08-20");
        room.catalogue.write(writer ->
                writer.appear(paper.number(), new Appearance("club", FRIDAY.minusDays(1), 1, 9, 0, null, null)));

        assertThat(submit(mira, paper)).isEqualTo(new Outcome.ListedBefore(FRIDAY.minusDays(1)));
        DailyEdition club = room.edition(room.person("root", Role.ADMIN), "club", Set.of(DayOfWeek.values()));
        assertThat(submit(club, mira, paper)).as("to another edition").isEqualTo(new Outcome.Listed(FRIDAY));
    }

    @Test
    void onAFreeDayItComesOnTheNextListWhichIsNotTheLatestYet() {
        submit(mira, room.paper("2608.00001", "2026-08-20"));
        room.clock.set("2026-08-22T12:00:00Z");

        Paper paper = room.paper("2608.00002", "2026-08-20");
        assertThat(submit(mira, paper)).isEqualTo(new Outcome.Listed(LocalDate.parse("2026-08-24")));

        assertThat(room.daily.lists().latestDay()).contains(FRIDAY);
        assertThat(room.list(room.standard(), "2026-08-24")).isEqualTo("2608.00002");
        room.clock.set("2026-08-24T00:00:00Z");
        assertThat(room.daily.lists().latestDay()).contains(LocalDate.parse("2026-08-24"));
    }

    @Test
    void whatIsAnnouncedForTheNextListMakesItNotTheLatestYet() {
        DailyEdition club = room.edition(room.person("root", Role.ADMIN), "club", Set.of(DayOfWeek.SATURDAY));
        LocalDate before = FRIDAY.minusDays(6);
        SampleSource.announce(room.catalogue, "cs.LG", before, "2608.00001", Kind.NEW, "Of last week");
        SampleSource.announce(room.catalogue, "cs.LG", FRIDAY, "2608.00002", Kind.NEW, "Of this week");

        assertThat(room.daily.lists(club).latestDay()).contains(before);
        room.clock.set("2026-08-22T00:00:00Z");
        assertThat(room.daily.lists(club).latestDay()).contains(FRIDAY.plusDays(1));
    }

    @Test
    void onlyYoungPapersAreTakenButFromCurators() {
        assertThat(submit(mira, room.paper("2608.00001", "2026-08-07"))).isEqualTo(new Outcome.Listed(FRIDAY));
        assertThat(submit(mira, room.paper("2608.00002", "2026-08-06"))).isEqualTo(new Outcome.TooOld(14));
        assertThat(submit(mira, room.paper("2608.00003", "2026-08"))).isEqualTo(new Outcome.Listed(FRIDAY));
        assertThat(submit(room.person("cora", Role.CURATOR), room.paper("1608.00004", "2016")))
                .isEqualTo(new Outcome.Listed(FRIDAY));
    }

    @Test
    void aMemberSubmitsSoManyPapersADayAndACuratorAsManyAsWanted() {
        for (int i = 1; i <= 3; i++) {
            submit(mira, room.paper("2608.0000" + i, "2026-08-20"));
        }
        Paper another = room.paper("2608.00009", "2026-08-20");
        assertThat(submit(mira, another)).isEqualTo(new Outcome.TooMany(3));
        assertThat(room.daily.submissions().left(room.standard(), mira)).isZero();
        Person cora = room.person("cora", Role.CURATOR);
        for (int i = 1; i <= 4; i++) {
            assertThat(submit(cora, room.paper("2608.1000" + i, "2026-08-20"))).isInstanceOf(Outcome.Listed.class);
        }
        room.clock.set("2026-08-22T00:00:00Z");
        assertThat(submit(mira, another)).as("the next day").isInstanceOf(Outcome.Listed.class);
    }

    @Test
    void whatASuspendedPersonSubmittedStandsOnNoListAndAnotherCanSubmitIt() {
        Paper paper = room.paper("2608.00001", "2026-08-20");
        submit(mira, paper);
        suspend(mira);

        assertThat(room.list(room.standard(), "2026-08-21")).isEmpty();
        assertThat(room.daily.lists().latestDay()).isEmpty();
        assertThat(submit(mira, room.paper("2608.00002", "2026-08-20"))).isEqualTo(new Outcome.NotAllowed());
        Person tomas = room.person("tomas", Role.MEMBER);
        for (int i = 1; i <= 3; i++) {
            submit(tomas, room.paper("2608.1000" + i, "2026-08-20"));
        }
        assertThat(submit(tomas, paper)).isEqualTo(new Outcome.TooMany(3));
        assertThat(room.daily.submissions().find(room.standard(), paper.number()))
                .as("for when they are reinstated")
                .isPresent();
        assertThat(submit(room.person("vera", Role.MEMBER), paper)).isEqualTo(new Outcome.Listed(FRIDAY));
        assertThat(room.list(room.standard(), "2026-08-21")).contains("2608.00001");
    }

    @Test
    void whatASuspendedPersonSubmittedDoesNotComeBackWhenTheyLeave() {
        Person cora = room.person("cora", Role.CURATOR);
        Paper listed = room.paper("2608.00001", "2026-08-20");
        Paper removed = room.paper("2608.00002", "2026-08-20");
        submit(mira, listed);
        submit(mira, removed);
        room.daily.curation().act(room.standard(), cora, removed.number(), Action.REMOVED, FRIDAY, "Spam");
        suspend(mira);
        Person suspended = room.people.byNumber(mira.number()).orElseThrow();

        room.database.write(transaction -> {
            new DailyData(room.catalogue).deleted(transaction, suspended, true);
            return transaction.execute("update person set gone_at = 2 where number = ?", mira.number());
        });

        assertThat(room.list(room.standard(), "2026-08-21")).isEmpty();
        assertThat(submit(cora, removed)).isEqualTo(new Outcome.TakenOff(State.REMOVED));
        assertThat(submit(cora, listed)).isEqualTo(new Outcome.Listed(FRIDAY));
    }

    @Test
    void aCuratorPlacesWhatASuspendedPersonSubmitted() {
        Person cora = room.person("cora", Role.CURATOR);
        Paper paper = room.paper("2608.00001", "2026-08-20");
        submit(mira, paper);
        suspend(mira);

        assertThat(room.daily
                        .curation()
                        .act(
                                room.standard(),
                                cora,
                                paper.number(),
                                Action.PLACED,
                                FRIDAY,
                                "Worth reading all the same."))
                .isTrue();

        assertThat(room.list(room.standard(), "2026-08-21")).isEqualTo("2608.00001");
        assertThat(room.daily
                        .submissions()
                        .find(room.standard(), paper.number())
                        .orElseThrow()
                        .signedBy())
                .isEqualTo(cora);
    }

    private void suspend(Person person) {
        room.database.write(transaction ->
                transaction.execute("update person set suspended_at = 1 where number = ?", person.number()));
    }

    @Test
    void manyAtOnceGetNoFurtherThanOneAfterAnother() throws InterruptedException {
        List<Paper> papers = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> room.paper("2608.0000" + i, "2026-08-20"))
                .toList();
        ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        List<Thread> threads = papers.stream()
                .map(paper -> Thread.ofVirtual().start(() -> outcomes.add(submit(mira, paper))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(outcomes).hasSize(8);
        assertThat(outcomes.stream().filter(Outcome.Listed.class::isInstance)).hasSize(3);
    }

    @Test
    void moreCountedVotesComeFirstThenCommentsThenTheEarlierSubmission() {
        for (int i = 1; i <= 4; i++) {
            submit(room.person("p" + i, Role.MEMBER), room.paper("2608.0000" + i, "2026-08-20"));
        }
        Paper imported = room.paper("2608.00005", "2026-08-20");
        room.catalogue.write(
                writer -> writer.appear(imported.number(), new Appearance("club", FRIDAY, 1, 2, 40, null, null)));
        room.counts.put(number("2608.00002"), new Counts(3, 0));
        room.counts.put(number("2608.00003"), new Counts(0, 1));
        room.counts.put(number("2608.00005"), new Counts(1, 0));

        assertThat(room.list(room.standard(), "2026-08-21"))
                .isEqualTo("2608.00005 2608.00002 2608.00003 2608.00001 2608.00004");
    }

    private long number(String name) {
        return room.catalogue.find(name).orElseThrow().number();
    }

    @Test
    void aCuratorPlacesHoldsBackAndRemovesWithAReasonInTheLog() {
        Person cora = room.person("cora", Role.CURATOR);
        Paper paper = room.paper("2608.00001", "2026-08-20");
        submit(mira, paper);
        Curation curation = room.daily.curation();
        long number = paper.number();

        assertThat(curation.act(room.standard(), cora, number, Action.HELD, FRIDAY, "Is it theirs?"))
                .isTrue();
        assertThat(room.list(room.standard(), "2026-08-21")).isEmpty();
        assertThat(submit(mira, paper)).isEqualTo(new Outcome.TakenOff(State.HELD));
        assertThat(room.daily.submissions().takenOff(room.standard(), FRIDAY)).hasSize(1);
        assertThat(curation.act(room.standard(), cora, number, Action.RESTORED, FRIDAY, "It is."))
                .isTrue();
        assertThat(room.list(room.standard(), "2026-08-21")).isEqualTo("2608.00001");
        curation.act(room.standard(), cora, number, Action.PLACED, FRIDAY.minusDays(1), "It was late.");
        assertThat(room.list(room.standard(), "2026-08-20")).isEqualTo("2608.00001");
        assertThat(curation.act(room.standard(), cora, number, Action.PLACED, FRIDAY.minusDays(1), "Again."))
                .isFalse();

        assertThat(curation.log(room.standard(), 0, 9))
                .extracting(CurationEntry::action, CurationEntry::reason, CurationEntry::person)
                .containsExactly(
                        tuple(Action.PLACED, "It was late.", cora),
                        tuple(Action.RESTORED, "It is.", cora),
                        tuple(Action.HELD, "Is it theirs?", cora));
    }

    @Test
    void anImportedPaperIsTakenOffAndPutBackToo() {
        Person cora = room.person("cora", Role.CURATOR);
        Paper paper = room.paper("2608.00001", "2026-08-20");
        room.catalogue.write(
                writer -> writer.appear(paper.number(), new Appearance("club", FRIDAY, 1, 2, 0, null, null)));

        room.daily.curation().act(room.standard(), cora, paper.number(), Action.REMOVED, FRIDAY, "Spam");
        assertThat(room.list(room.standard(), "2026-08-21")).isEmpty();
        assertThat(room.daily.submissions().submittersOf(List.of(paper.number())))
                .isEmpty();
        room.daily.curation().act(room.standard(), cora, paper.number(), Action.RESTORED, FRIDAY, "No spam");
        assertThat(room.list(room.standard(), "2026-08-21")).isEqualTo("2608.00001");
        assertThat(room.daily.submissions().of(List.of(paper.number()))).isEmpty();
    }

    @Test
    void twoPapersThatBecomeOneStandOnce() {
        Person tomas = room.person("tomas", Role.MEMBER);
        Person root = room.person("root", Role.ADMIN);
        DailyEdition club = room.edition(root, "club", Set.of(DayOfWeek.values()), tomas);
        Paper one = room.paper("2608.00001", "2026-08-20");
        Paper other = room.paper("2608.00002", "2026-08-20");
        submit(mira, one);
        submit(tomas, other);
        submit(club, tomas, other);
        room.daily.curation().act(club, tomas, other.number(), Action.HELD, FRIDAY, "Twice?");

        room.catalogue.write(writer -> {
            writer.merge(other.number(), one.number());
            return true;
        });

        assertThat(room.list(room.standard(), "2026-08-21")).isEqualTo("2608.00001");
        assertThat(room.daily.submissions().of(List.of(one.number())).get(one.number()))
                .extracting(Submission::edition, Submission::signedBy)
                .containsExactly(tuple(room.standard().number(), mira), tuple(club.number(), tomas));
        assertThat(room.daily.curation().log(club, 0, 9))
                .extracting(CurationEntry::paper)
                .containsExactly(one.number());
    }

    @Test
    void whatSomebodyDoesNotShowIsNotGathered() {
        submit(mira, room.paper("2608.00001", "2026-08-20"));
        Period friday = new Period.Day(FRIDAY);
        assertThat(room.daily.lists().submittedBy("mira", friday, 0, 9)).hasSize(1);
        assertThat(room.daily.lists().recent("mira", 0, 9)).hasSize(1);

        room.database.write(transaction ->
                transaction.execute("update person set shows = 'papers' where number = ?", mira.number()));

        assertThat(room.daily.lists().submittedBy("mira", friday, 0, 9)).isEmpty();
        assertThat(room.daily.lists().recent("mira", 0, 9)).isEmpty();
        assertThat(room.list(room.standard(), "2026-08-21"))
                .as("the list itself")
                .isEqualTo("2608.00001");
    }

    @Test
    void whoLeavesIsForgottenButThePapersStay() {
        Person tomas = room.person("tomas", Role.MEMBER);
        DailyEdition club =
                room.edition(room.person("root", Role.ADMIN), "club", Set.of(DayOfWeek.values()), tomas, mira);
        Paper paper = room.paper("2608.00001", "2026-08-20");
        room.daily.submissions().submit(club, tomas, paper, new Words("Mine", "", "", ""));
        DailyData data = new DailyData(room.catalogue);
        CommunityCounts counts =
                new CommunityCounts(room.catalogue, CommunityCounts.Counter.NOTHING, CommunityCounts.Counter.NOTHING);
        counts.carryOver();
        assertThat(String.valueOf(data.export(tomas).get("submissions.json"))).contains("Mine", "2608.00001", "club");

        room.database.write(transaction -> {
            data.deleted(transaction, tomas, false);
            return true;
        });
        assertThat(counts.carrySomeOver())
                .as("whoever follows the counts is told")
                .isTrue();

        assertThat(room.list(club, "2026-08-21")).isEqualTo("2608.00001");
        assertThat(room.daily
                        .submissions()
                        .find(club, paper.number())
                        .orElseThrow()
                        .words())
                .isEqualTo(Words.NONE);
        try (Newsroom again = new Newsroom(databases.connect())) {
            assertThat(again.daily.editions().at("club").orElseThrow().curators())
                    .containsExactly(mira);
        }
    }
}
