package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Change.Counted;
import dev.broadsheet.paper.Change.Described;
import dev.broadsheet.paper.Change.Merged;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What followers of a catalogue learn of its changes. */
@OnBothDatabases
class ChangesTest {
    private static final Instant NOW = Instant.parse("2026-08-21T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 21);
    private static final String LIST = "huggingface";

    @RegisterExtension
    final TestDatabase databases;

    private Database database;
    private Catalogue catalogue;

    ChangesTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPaperIsAddedWithItsListsUnderOneNumber() {
        long number = catalogue.write(writer -> writer.add(
                CataloguePaper.of(titled("One")), List.of(appearance(DAY, 3, 1), appearance(DAY, 5, 1)), NOW));
        assertThat(catalogue.latestRevision()).isEqualTo(1);
        assertThat(catalogue.changesAfter(0, 10)).containsExactly(new Described(paper(number)));
        assertThat(catalogue.appearances(List.of(number)).get(number)).containsExactly(appearance(DAY, 5, 1));
    }

    @Test
    void whoKnowsThePaperIsToldOfItsCountsAlone() {
        long number = catalogue.write(writer -> writer.add(titled("One"), NOW));
        catalogue.write(writer -> writer.appear(number, appearance(DAY, 3, 1)));
        assertThat(catalogue.changesAfter(1, 10)).containsExactly(new Counted(number, 2, 3, 1));
        catalogue.write(writer -> writer.count(number, LIST, DAY, 2, 7));
        assertThat(catalogue.changesAfter(2, 10)).containsExactly(new Counted(number, 3, 2, 7));
        assertThat(catalogue.changesAfter(1, 10)).containsExactly(new Counted(number, 3, 2, 7));
        assertThat(paper(number).revision()).isEqualTo(1);
    }

    @Test
    void whoDoesNotIsToldOfThePaperOnce() {
        long number = catalogue.write(writer -> writer.add(titled("One"), NOW));
        catalogue.write(writer -> writer.appear(number, appearance(DAY, 3, 1)));
        assertThat(catalogue.changesAfter(0, 10)).containsExactly(new Described(paper(number)));
        catalogue.write(writer -> writer.change(number, titled("Other"), NOW));
        assertThat(catalogue.changesAfter(1, 10)).containsExactly(new Described(paper(number)));
    }

    @Test
    void whoReadsForItselfIsToldWhichPapersChanged() {
        long one = catalogue.write(writer -> writer.add(titled("One"), NOW));
        long two = catalogue.write(writer -> writer.add(titled("Two"), NOW));
        catalogue.write(writer -> writer.appear(one, appearance(DAY, 3, 1)));
        assertThat(catalogue.changedAfter(0, 10))
                .containsExactly(new ChangedPaper(one, 1), new ChangedPaper(two, 2), new ChangedPaper(one, 3));
        assertThat(catalogue.changedAfter(0, 2)).containsExactly(new ChangedPaper(one, 1), new ChangedPaper(two, 2));
        assertThat(catalogue.changedAfter(2, 10)).containsExactly(new ChangedPaper(one, 3));

        merge(one, two);

        assertThat(catalogue.changedAfter(3, 10))
                .extracting(ChangedPaper::paper)
                .contains(one, two);
        assertThat(catalogue.changedAfter(catalogue.latestRevision(), 10)).isEmpty();
    }

    @Test
    void settingCountsThatStandAlreadyIsNoChange() {
        long number = catalogue.write(writer -> writer.add(titled("One"), NOW));
        catalogue.write(writer -> writer.appear(number, appearance(DAY, 3, 1)));
        assertThat(catalogue.<Boolean>write(writer -> writer.count(number, LIST, DAY, 3, 1)))
                .isFalse();
        assertThat(catalogue.<Boolean>write(writer -> writer.count(number, LIST, DAY.plusDays(1), 9, 9)))
                .as("it is not on that list")
                .isFalse();
        assertThat(catalogue.latestRevision()).isEqualTo(2);
    }

    @Test
    void whatTheCommunityCountsIsAddedToTheBestList() {
        long number = catalogue.write(writer -> writer.add(titled("One"), NOW));
        catalogue.write(writer -> writer.appear(number, appearance(DAY, 3, 1)));
        CommunityCounts community = community(Map.of(number, 4), Map.of(number, 2));

        database.write(transaction -> {
            catalogue.countAnew(transaction, number);
            catalogue.countAnew(transaction, number);
            return 0;
        });
        assertThat(catalogue.changesAfter(2, 10)).as("not carried over yet").isEmpty();
        community.carryOver();

        assertThat(catalogue.changesAfter(2, 10)).containsExactly(new Counted(number, 3, 7, 3));
        assertThat(catalogue.counts(List.of(number))).isEqualTo(Map.of(number, new PaperCounts(7, 3)));
        assertThat(paper(number).revision()).isEqualTo(1);
        assertThat(community.carrySomeOver()).as("nothing is left").isFalse();
    }

    @Test
    void countingAnewIsAChangeBecauseOthersMayStandBehindTheSameSum() {
        long number = catalogue.write(writer -> writer.add(titled("One"), NOW));
        for (int i = 0; i < 2; i++) {
            database.write(transaction -> {
                catalogue.countAnew(transaction, number);
                return 0;
            });
            community(Map.of(number, 4), Map.of()).carryOver();
        }
        assertThat(catalogue.changesAfter(2, 10)).containsExactly(new Counted(number, 3, 4, 0));
    }

    @Test
    void theSurvivorOfAMergeIsCountedAnew() {
        long gone = catalogue.write(writer -> writer.add(titled("One"), NOW));
        long survivor = catalogue.write(writer -> writer.add(titled("Two"), NOW));
        database.write(transaction -> {
            catalogue.countAnew(transaction, gone);
            return 0;
        });
        community(Map.of(gone, 4), Map.of()).carryOver();

        merge(gone, survivor);
        community(Map.of(gone, 0, survivor, 4), Map.of()).carryOver();

        assertThat(catalogue.counts(List.of(gone, survivor))).isEqualTo(Map.of(survivor, new PaperCounts(4, 0)));
    }

    private CommunityCounts community(Map<Long, Integer> votes, Map<Long, Integer> comments) {
        return new CommunityCounts(catalogue, (transaction, papers) -> votes, (transaction, papers) -> comments);
    }

    @Test
    void aMergedPaperTellsItsSurvivorAtEachStep() {
        long one = catalogue.write(writer -> writer.add(titled("One"), NOW));
        long two = catalogue.write(writer -> writer.add(titled("Two"), NOW));
        long three = catalogue.write(writer -> writer.add(titled("Three"), NOW));
        merge(one, two);
        merge(two, three);
        assertThat(catalogue.changesAfter(3, 10)).containsExactly(new Merged(one, 4, two), new Merged(two, 5, three));
    }

    /**
     * Followers that read pages of any size, and now and then die and go on from what they kept, hold
     * what the catalogue holds, however it is changed; and are never given a whole paper for a vote.
     */
    @Test
    void followersThatStopAnywhereHoldWhatTheCatalogueHolds() {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            List<Follower> followers = List.of(new Follower("a"), new Follower("b"), new Follower("c"));
            for (int step = 0; step < 150; step++) {
                String at = "seed " + seed + ", step " + step;
                if (random.nextInt(3) > 0) {
                    changeSome(random);
                } else {
                    followers.get(random.nextInt(followers.size())).read(1 + random.nextInt(9), at);
                }
                Follower follower = followers.get(random.nextInt(followers.size()));
                if (random.nextInt(10) == 0) {
                    follower.die();
                } else if (random.nextInt(4) == 0) {
                    follower.keep();
                }
            }
            for (Follower follower : followers) {
                String at = "seed " + seed + ", at the end";
                while (follower.read(1 + random.nextInt(9), at)) {
                    // up to the end
                }
                assertThat(follower.papers).as(at).isEqualTo(truth());
                assertThat(follower.reached).as(at).isEqualTo(catalogue.latestRevision());
                assertVotesAreCheap(random, follower, at);
            }
        }
    }

    private void assertVotesAreCheap(Random random, Follower follower, String at) {
        List<Long> listed = List.copyOf(catalogue.appearances(truth().keySet()).keySet());
        for (int i = 0; i < 5; i++) {
            long paper = listed.get(random.nextInt(listed.size()));
            Appearance known = Objects.requireNonNull(
                            catalogue.appearances(List.of(paper)).get(paper))
                    .getFirst();
            int votes = known.votes() + 1 + i;
            catalogue.write(writer -> writer.count(paper, LIST, known.day(), votes, 0));
            assertThat(catalogue.changesAfter(follower.reached, 10))
                    .as(at)
                    .singleElement()
                    .isInstanceOf(Counted.class);
            follower.read(10, at);
        }
        assertThat(follower.papers).as(at).isEqualTo(truth());
    }

    /** One transaction with some changes. */
    private void changeSome(Random random) {
        catalogue.write(writer -> {
            for (int i = random.nextInt(4); i >= 0; i--) {
                List<Long> papers = writer.transaction()
                        .list("select number from paper where merged_into is null", (row, index) -> row.getLong(1));
                if (papers.size() < 4) {
                    writer.add(titled("Title " + random.nextInt()), NOW);
                } else {
                    change(writer, random, one(papers, random), one(papers, random));
                }
            }
            return 0;
        });
    }

    private static void change(CatalogueWriter writer, Random random, long paper, long other) {
        LocalDate day = DAY.plusDays(random.nextInt(2));
        Appearance appearance = appearance(day, random.nextInt(9), random.nextInt(9));
        Metadata metadata = titled("Title " + random.nextInt());
        switch (random.nextInt(13)) {
            case 0 -> writer.add(metadata, NOW);
            case 1 -> writer.add(CataloguePaper.of(metadata), List.of(appearance), NOW);
            case 2, 3 -> writer.change(paper, metadata, NOW);
            case 4, 5 -> writer.appear(paper, appearance);
            case 6, 7 -> writer.count(paper, LIST, day, random.nextInt(9), random.nextInt(9));
            case 8 -> {
                if (paper != other) {
                    writer.merge(paper, other);
                }
            }
            case 9 -> {
                long apart = writer.add(metadata, NOW);
                writer.moveAppearances(LIST, paper, apart);
            }
            case 10, 11 -> writer.countCommunity(paper, random.nextInt(9), random.nextInt(9));
            default -> writer.touch(paper);
        }
    }

    private Map<Long, State> truth() {
        List<Long> numbers = database.read(sql -> sql.sql("select number from paper where merged_into is null")
                .query(Long.class)
                .list());
        Map<Long, State> truth = new TreeMap<>();
        numbers.forEach(number -> truth.put(number, state(number)));
        return truth;
    }

    private State state(long number) {
        return new State(paper(number).metadata().title(), counts(number));
    }

    private @Nullable List<Integer> counts(long number) {
        PaperCounts counts = catalogue.counts(List.of(number)).get(number);
        return counts == null ? null : List.of(counts.votes(), counts.comments());
    }

    private Paper paper(long number) {
        return catalogue.papers(List.of(number)).getFirst();
    }

    private void merge(long gone, long survivor) {
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return 0;
        });
    }

    private static long one(List<Long> numbers, Random random) {
        return numbers.get(random.nextInt(numbers.size()));
    }

    private static Metadata titled(String title) {
        return Metadata.titled(title).build();
    }

    private static Appearance appearance(LocalDate day, int votes, int comments) {
        return new Appearance(LIST, day, 1, votes, comments, null, null);
    }

    private record State(String title, @Nullable List<Integer> counts) {}

    /** A follower whose whole state is a map; the oracle is the catalogue itself. */
    private final class Follower {
        private final String name;
        private Map<Long, State> papers = new TreeMap<>();
        private long reached;
        private Map<Long, State> keptPapers = Map.of();
        private long kept;

        Follower(String name) {
            this.name = name;
        }

        /** @return whether there was anything */
        boolean read(int limit, String at) {
            List<Change> changes = catalogue.changesAfter(reached, limit);
            assertThat(changes.size()).as(at).isLessThanOrEqualTo(limit);
            Set<Long> told = new HashSet<>();
            for (Change change : changes) {
                assertThat(change.revision()).as("%s, follower %s", at, name).isGreaterThan(reached);
                assertThat(told.add(change.number())).as("%s, told once", at).isTrue();
                reached = change.revision();
                switch (change) {
                    case Described(Paper paper) ->
                        papers.put(paper.number(), new State(paper.metadata().title(), counts(paper.number())));
                    case Counted(long number, long revision, int votes, int comments) -> {
                        assertThat(papers).as("%s, number %d", at, revision).containsKey(number);
                        String title =
                                Objects.requireNonNull(papers.get(number)).title();
                        assertThat(title)
                                .as(at)
                                .isEqualTo(paper(number).metadata().title());
                        papers.put(number, new State(title, List.of(votes, comments)));
                    }
                    case Merged(long number, long revision, long survivor) -> {
                        assertThat(survivor).as("%s, number %d", at, revision).isNotEqualTo(number);
                        papers.remove(number);
                    }
                }
            }
            return !changes.isEmpty();
        }

        void keep() {
            keptPapers = Map.copyOf(papers);
            kept = reached;
        }

        void die() {
            papers = new TreeMap<>(keptPapers);
            reached = kept;
        }
    }
}
