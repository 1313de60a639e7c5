package dev.broadsheet.trending;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.daily.CurationEntry;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.EditionSettings;
import dev.broadsheet.daily.Rhythm;
import dev.broadsheet.daily.Standing;
import dev.broadsheet.daily.Submission;
import dev.broadsheet.database.Database;
import dev.broadsheet.discussion.Comments;
import dev.broadsheet.discussion.DiscussionSettings;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.SampleSource;
import dev.broadsheet.testing.TestDatabase;
import dev.broadsheet.vote.Votes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order as it is kept, on every database. */
@OnBothDatabases
class TrendingTest {
    private static final long SEED = 20261128;
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 17);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-08-21T10:00:00Z");

    private final MovableClock clock = new MovableClock("2026-08-21T10:00:00Z");

    @RegisterExtension
    final TestDatabase databases;

    private Database database;
    private final Map<Long, Set<Long>> writers = new HashMap<>();

    private Catalogue catalogue;
    private People people;
    private Votes votes;
    private Comments comments;
    private CommunityCounts counts;
    private Daily daily;
    private DailyEdition edition;
    private Trending trending;

    TrendingTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(
                database,
                Stream.of(Votes.PAPERS, Comments.PAPERS, Daily.PAPERS)
                        .flatMap(List::stream)
                        .toList());
        people = new People(database, clock.in(ZONE));
        votes = new Votes(catalogue, people, (sql, papers) -> Map.copyOf(writers), clock.in(ZONE));
        comments = new Comments(catalogue, people, new DiscussionSettings(0, 0, 10_000), clock.in(ZONE));
        counts = new CommunityCounts(catalogue, votes, comments::counts);
        daily = new Daily(
                catalogue,
                people,
                new EditionSettings("Broadsheet", ZONE, new EditionSettings.Limits(1_000, 1_000)),
                Standing.NONE,
                clock.in(ZONE));
        edition = daily.editions().standard();
        trending = newTrending();
    }

    @AfterEach
    void close() {
        trending.close();
        database.close();
    }

    @Test
    void whatIsKeptIsWhatIsComputedAnew() {
        Random random = new Random(SEED);
        List<Long> papers = new ArrayList<>();
        List<Person> voters = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            papers.add(add("Paper " + i));
            voters.add(people.add("voter" + i, "", Role.MEMBER));
            clock.set(NOW.plus(Duration.ofHours(6 * i)).toString());
        }
        for (int step = 0; step < 600; step++) {
            act(random, papers, voters);
            if (step % 10 == 0) {
                counts.carryOver();
                assertThat(trending.list(edition).papers())
                        .as("seed %d, step %d", SEED, step)
                        .isEqualTo(newTrending().list(edition).papers())
                        .isEqualTo(byScore(papers));
            }
        }
    }

    @Test
    void ageIsCountedFromTheAnnouncementElseTheFirstListElseTheArrival() {
        LocalDate announcement = MONDAY.minusDays(3);
        long announced = SampleSource.announce(catalogue, "cs.AI", announcement, "2608.00001", Kind.NEW, "Announced");
        list(announced, MONDAY, 3);
        long listed = add("Listed");
        list(listed, MONDAY, 3);
        list(listed, MONDAY.minusDays(7), 2);
        // In Tokyo it is the next day already.
        long added = catalogue.write(
                writer -> writer.add(Metadata.titled("Added").build(), Instant.parse("2026-08-20T20:00:00Z")));

        assertThat(age(announced).since()).isEqualTo(announcement);
        assertThat(age(announced).basis()).isEqualTo(TrendingNumbers.Basis.ANNOUNCED);
        assertThat(age(listed).since()).isEqualTo(MONDAY.minusDays(7));
        assertThat(age(listed).basis()).isEqualTo(TrendingNumbers.Basis.LISTED);
        assertThat(age(added).since()).isEqualTo("2026-08-21");
        assertThat(age(added).basis()).isEqualTo(TrendingNumbers.Basis.ADDED);
        assertThat(trending.parts(4_711)).isEmpty();
    }

    @Test
    void theHighestCountOfSeveralListsIsTaken() {
        long paper = add("Twice");
        list(paper, MONDAY, 30);
        list(paper, MONDAY.plusDays(1), 8);

        assertThat(trending.parts(paper).orElseThrow().support()).isEqualTo(30 * 0.2);
    }

    @Test
    void aVoteOfANewAccountWeighsLessForEver() {
        Person ada = people.add("ada", "", Role.MEMBER);
        clock.set("2026-08-25T10:00:00Z");
        Person bert = people.add("bert", "", Role.MEMBER);
        clock.set("2026-08-29T10:00:00Z");
        long paper = add("Voted for");
        votes.cast(ada, paper, true);
        votes.cast(bert, paper, true);
        assertThat(trending.parts(paper).orElseThrow().support()).isEqualTo(1.25);

        clock.set("2027-08-28T10:00:00Z");
        assertThat(trending.parts(paper).orElseThrow().support()).isEqualTo(1.25);
    }

    @Test
    void aVoteThatIsNotCountedIsNoSupport() {
        Person ada = people.add("ada", "", Role.MEMBER);
        long paper = add("Her own");
        writers.put(paper, Set.of(ada.number()));
        votes.cast(ada, paper, true);

        assertThat(trending.parts(paper).orElseThrow().support()).isZero();
    }

    @Test
    void onePersonActingOftenGivesNoMoreThanOneVote() {
        Random random = new Random(SEED);
        Person ada = people.add("ada", "", Role.MEMBER);
        long paper = add("Pushed");
        list(paper, MONDAY, 10);
        double before = trending.parts(paper).orElseThrow().support();
        for (int act = 0; act < 100; act++) {
            clock.set(NOW.plus(Duration.ofHours(5L * act)).toString());
            votes.cast(ada, paper, random.nextInt(3) > 0);
            assertThat(trending.parts(paper).orElseThrow().support())
                    .as("seed %d, act %d", SEED, act)
                    .isBetween(before, before + 1);
        }
    }

    @Test
    void whoCommentsOftenCountsOnceAndNotForAPaperOfTheirOwn() {
        Person ada = people.add("ada", "", Role.MEMBER);
        Person bert = people.add("bert", "", Role.MEMBER);
        clock.set("2026-08-31T10:00:00Z");
        long paper = add("Discussed");
        daily.submissions().submit(edition, people.add("editor", "", Role.ADMIN), paper(paper), Submission.Words.NONE);
        comments.write(ada, paper, null, "One thing.");
        comments.write(ada, paper, null, "And another.");
        comments.write(people.byName("editor").orElseThrow(), paper, null, "Read this.");
        assertThat(trending.parts(paper).orElseThrow().support()).isEqualTo(0.5);

        comments.write(people.add("carla", "", Role.MEMBER), paper, null, "New here.");
        comments.write(bert, paper, null, "I agree.");
        assertThat(trending.parts(paper).orElseThrow().support()).isEqualTo(0.5 + 0.125 + 0.5);
    }

    @Test
    void whatIsKeptTakesInWhoSubmittedAPaper() {
        Person ada = people.add("ada", "", Role.CURATOR);
        long submitted = add("Submitted");
        long placed = add("Placed");
        comments.write(ada, submitted, null, "Read this.");
        comments.write(ada, placed, null, "And this.");
        counts.carryOver();
        assertThat(trending.list(edition).papers()).containsExactlyInAnyOrder(submitted, placed);

        daily.submissions().submit(edition, ada, paper(submitted), Submission.Words.NONE);
        daily.curation().act(edition, ada, placed, CurationEntry.Action.PLACED, MONDAY, "Worth it");
        counts.carryOver();

        assertThat(trending.list(edition).papers())
                .as("nobody but who put it there said something")
                .isEmpty();
    }

    @Test
    void anEditionHasItsOwnPapersAndTheDefaultOneAllButWhatWasTakenOff() {
        Person admin = people.add("admin", "", Role.ADMIN);
        Person ada = people.add("ada", "", Role.MEMBER);
        DailyEdition club = daily.editions()
                .add(
                        admin,
                        new DailyEdition(
                                0,
                                "club",
                                "Club",
                                "",
                                DailyEdition.Access.OPEN,
                                Rhythm.workingDays(ZONE),
                                DailyEdition.Candidates.ALL,
                                List.of()))
                .orElseThrow();
        long shared = add("Shared");
        long other = add("Other");
        daily.submissions().submit(club, admin, paper(shared), Submission.Words.NONE);
        votes.cast(ada, shared, true);
        votes.cast(admin, other, true);
        counts.carryOver();

        assertThat(trending.list(edition).papers()).containsExactly(other, shared);
        assertThat(trending.list(club).papers()).containsExactly(shared);
    }

    @Test
    void whatNobodySupportedIsNotOnTheList() {
        long paper = add("Quiet");
        list(paper, MONDAY, 0);
        assertThat(trending.list(edition).papers()).isEmpty();
        assertThat(trending.list(edition).place(paper)).isNull();

        list(paper, MONDAY, 1);
        assertThat(trending.list(edition).place(paper)).isEqualTo(1);
    }

    @Test
    void theFollowerKeepsUpWithoutAReader() throws InterruptedException {
        long paper = add("Followed");
        trending.start();
        list(paper, MONDAY, 5);

        while (trending.list(edition).place(paper) == null) {
            Thread.sleep(10);
        }
        // What is dated later than today counts as of today until that day has come.
        clock.set("2026-08-24T10:00:00Z");
        list(add("Younger"), MONDAY.plusDays(7), 5);
        while (trending.list(edition).papers().size() < 2) {
            Thread.sleep(10);
        }
        assertThat(trending.list(edition).place(paper)).isEqualTo(2);
    }

    private void act(Random random, List<Long> papers, List<Person> voters) {
        // Few papers, so that they are often voted for.
        long paper = papers.get(random.nextInt(10));
        Person person = voters.get(random.nextInt(voters.size()));
        switch (random.nextInt(40)) {
            case 0 -> papers.add(add("Another " + random.nextLong()));
            case 1 -> merge(random, papers);
            case 2, 3, 4, 5 -> list(paper, MONDAY.plusDays(random.nextInt(5)), random.nextInt(60));
            case 6, 7, 8 -> comments.write(person, paper, null, "Said " + random.nextLong());
            default -> votes.cast(person, paper, random.nextInt(4) > 0);
        }
    }

    private void merge(Random random, List<Long> papers) {
        long gone = papers.remove(random.nextInt(papers.size()));
        long survivor = papers.get(random.nextInt(papers.size()));
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return true;
        });
    }

    /** The simplest way: every paper's score, now. */
    private List<Long> byScore(List<Long> papers) {
        Map<Long, TrendingNumbers> numbers = new Evidence(sources(), Duration.ofDays(7), ZONE).of(papers);
        TrendingFormula formula = new TrendingFormula(TrendingSettings.USUAL);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return papers.stream()
                .filter(paper ->
                        formula.parts(requireNonNull(numbers.get(paper)), today).support() > 0)
                .sorted(Comparator.comparingDouble((Long paper) -> Math.round(1e9
                                * formula.parts(requireNonNull(numbers.get(paper)), today)
                                        .score()))
                        .thenComparing(
                                paper -> requireNonNull(numbers.get(paper)).since())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    private TrendingParts.Age age(long paper) {
        return trending.parts(paper).orElseThrow().age();
    }

    private Trending newTrending() {
        return new Trending(sources(), TrendingSettings.USUAL, clock.in(ZONE));
    }

    private TrendingSources sources() {
        return new TrendingSources(
                catalogue, votes, comments, new Authorship(catalogue, people, clock.in(ZONE)), daily.submissions());
    }

    private Paper paper(long number) {
        return catalogue.papers(List.of(number)).getFirst();
    }

    private long add(String title) {
        return catalogue.write(writer -> writer.add(Metadata.titled(title).build(), NOW));
    }

    private void list(long paper, LocalDate day, int votes) {
        catalogue.write(writer -> writer.appear(paper, new Appearance("huggingface", day, 1, votes, 0, null, null)));
    }
}
