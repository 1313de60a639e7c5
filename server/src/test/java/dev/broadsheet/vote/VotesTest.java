package dev.broadsheet.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CommunityCounts;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.PaperCounts;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What votes promise. */
@OnBothDatabases
class VotesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC);
    private static final int CLIENTS = 32;

    @RegisterExtension
    final TestDatabase databases;

    private final Map<Long, Set<Long>> writers = new ConcurrentHashMap<>();

    private Database database;
    private Catalogue catalogue;
    private People people;
    private Votes votes;
    private CommunityCounts counts;

    VotesTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database, Votes.PAPERS);
        people = new People(database, CLOCK);
        votes = votes(catalogue);
        counts = new CommunityCounts(catalogue, votes, CommunityCounts.Counter.NOTHING);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Votes votes(Catalogue in) {
        return new Votes(in, new People(in.database(), CLOCK), (sql, papers) -> Map.copyOf(writers), CLOCK);
    }

    @Test
    void aPersonHasOneVoteForAPaperAndTakesItBack() {
        long paper = paper("One");
        Person ada = person("ada");

        assertThat(votes.cast(ada, paper, true)).isEqualTo(VoteOutcome.CHANGED);
        assertThat(votes.cast(ada, paper, true)).isEqualTo(VoteOutcome.UNCHANGED);
        assertThat(counted(paper)).isEqualTo(1);
        assertThat(votes.votedBy(ada, List.of(paper))).containsExactly(paper);

        assertThat(votes.cast(ada, paper, false)).isEqualTo(VoteOutcome.CHANGED);
        assertThat(votes.cast(ada, paper, false)).isEqualTo(VoteOutcome.UNCHANGED);
        assertThat(counted(paper)).isZero();
        assertThat(votes.votedBy(ada, List.of(paper))).isEmpty();
    }

    @Test
    void aPaperThatIsNotHereHasNoVotes() {
        assertThat(votes.cast(person("ada"), 1_000, true)).isEqualTo(VoteOutcome.NO_PAPER);
        assertThat(votes.counts(List.of(1_000L))).isEmpty();
        assertThat(counts.carrySomeOver()).isFalse();
    }

    @Test
    void importedVotesAreToldApart() {
        long paper = paper("One");
        catalogue.write(writer ->
                writer.appear(paper, new Appearance("huggingface", LocalDate.of(2026, 8, 21), 1, 30, 4, null, null)));
        votes.cast(person("ada"), paper, true);

        assertThat(votes.counts(List.of(paper))).isEqualTo(Map.of(paper, new VoteCount(1, 0, 30)));
        counts.carryOver();
        assertThat(votes.counts(List.of(paper))).isEqualTo(Map.of(paper, new VoteCount(1, 0, 30)));
        assertThat(catalogue.counts(List.of(paper))).isEqualTo(Map.of(paper, new PaperCounts(31, 4)));
    }

    @Test
    void anAuthorsVoteIsShownAndNotCounted() {
        long paper = paper("One");
        Person ada = person("ada");
        writers.put(paper, Set.of(ada.number()));

        votes.cast(ada, paper, true);
        votes.cast(person("bob"), paper, true);

        assertThat(votes.counts(List.of(paper))).isEqualTo(Map.of(paper, new VoteCount(1, 1, 0)));
    }

    @Test
    void whoBecomesAnAuthorLaterIsCountedNoLonger() {
        long paper = paper("One");
        Person ada = person("ada");
        votes.cast(ada, paper, true);
        counts.carryOver();

        recountAfter(ada, paper, Set.of(ada.number()));
        assertThat(votes.counts(List.of(paper))).isEqualTo(Map.of(paper, new VoteCount(0, 1, 0)));
        counts.carryOver();
        assertThat(catalogue.counts(List.of(paper))).isEqualTo(Map.of(paper, PaperCounts.NONE));

        recountAfter(ada, paper, Set.of());
        assertThat(votes.counts(List.of(paper))).isEqualTo(Map.of(paper, new VoteCount(1, 0, 0)));
    }

    private void recountAfter(Person person, long paper, Set<Long> authors) {
        writers.put(paper, authors);
        database.write(transaction -> {
            votes.recount(transaction, paper, person.number());
            return 0;
        });
    }

    @Test
    void votesOfSuspendedPeopleLeaveTheCountsAndComeBack() {
        long own = paper("One");
        long other = paper("Two");
        Person ada = person("ada");
        writers.put(own, Set.of(ada.number()));
        votes.cast(ada, own, true);
        votes.cast(ada, other, true);

        Person suspended = suspend(ada);
        assertThat(votes.counts(List.of(other))).isEqualTo(Map.of(other, new VoteCount(0, 1, 0)));
        assertThat(votes.cast(ada, other, false)).isEqualTo(VoteOutcome.NOT_ALLOWED);
        assertThat(votes.cast(suspended, paper("Three"), true)).isEqualTo(VoteOutcome.NOT_ALLOWED);
        counts.carryOver();
        assertThat(votes.counts(List.of(other))).isEqualTo(Map.of(other, new VoteCount(0, 1, 0)));

        reinstate(ada);
        assertThat(votes.counts(List.of(own, other)))
                .isEqualTo(Map.of(own, new VoteCount(0, 1, 0), other, new VoteCount(1, 0, 0)));
    }

    @Test
    void whoDeletesTheirAccountLeavesNoVote() {
        long paper = paper("One");
        Person ada = person("ada");
        votes.cast(ada, paper, true, "203.0.113.7");
        votes.cast(person("bob"), paper, true, "203.0.113.8");
        VoteData data = new VoteData(votes, catalogue);
        assertThat(data.export(ada))
                .isEqualTo(Map.of(
                        "votes.json",
                        List.of(new VoteData.ExportedVote(
                                catalogue.papers(List.of(paper)).getFirst().id().value(),
                                "2026-08-22T12:00:00Z",
                                true))));

        database.write(transaction -> {
            data.deleted(transaction, ada, true);
            return 0;
        });

        assertThat(votes.counts(List.of(paper))).isEqualTo(Map.of(paper, new VoteCount(1, 0, 0)));
        assertThat(data.export(ada)).isEqualTo(Map.of("votes.json", List.of()));
        assertThat(number("select count(*) from vote_origin where person = " + ada.number()))
                .isZero();
    }

    /** Clients of two servers press the button as they like; what each pressed last stands, and nothing else. */
    @Test
    void thirtyTwoClientsAtOnceAreCountedExactly() throws Exception {
        long seed = new Random().nextLong();
        List<Long> papers = List.of(paper("One"), paper("Two"), paper("Three"));
        writers.put(papers.getFirst(), new HashSet<>());
        List<Person> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(person("client-" + i));
        }
        writers.put(papers.getFirst(), Set.of(clients.getFirst().number()));
        Map<Long, Set<Long>> oracle = new ConcurrentHashMap<>();
        papers.forEach(paper -> oracle.put(paper, ConcurrentHashMap.newKeySet()));
        try (Database other = databases.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Votes elsewhere = votes(new Catalogue(other, Votes.PAPERS));
            List<Future<Integer>> working = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Person client = clients.get(i);
                Votes server = i % 2 == 0 ? votes : elsewhere;
                Random random = new Random(seed + i);
                working.add(threads.submit(() -> press(server, client, papers, random, oracle)));
            }
            Future<Integer> carrying = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    counts.carryOver();
                }
                return 0;
            });
            for (Future<Integer> work : working) {
                work.get();
            }
            carrying.get();
        }
        for (boolean carried : List.of(false, true)) {
            if (carried) {
                counts.carryOver();
            }
            papers.forEach(paper -> {
                Set<Long> all = Objects.requireNonNull(oracle.get(paper));
                long uncounted = all.stream()
                        .filter(person -> writers.getOrDefault(paper, Set.of()).contains(person))
                        .count();
                assertThat(votes.counts(List.of(paper)).getOrDefault(paper, VoteCount.NONE))
                        .as("seed %d, carried over: %s", seed, carried)
                        .isEqualTo(new VoteCount((int) (all.size() - uncounted), (int) uncounted, 0));
            });
        }
        papers.forEach(paper -> assertThat(catalogue.counts(List.of(paper)).getOrDefault(paper, PaperCounts.NONE))
                .as("seed %d", seed)
                .isEqualTo(new PaperCounts(counted(paper), 0)));
    }

    private static int press(
            Votes server, Person client, List<Long> papers, Random random, Map<Long, Set<Long>> oracle) {
        for (int i = 0; i < 12; i++) {
            long paper = papers.get(random.nextInt(papers.size()));
            boolean up = random.nextBoolean();
            Set<Long> known = Objects.requireNonNull(oracle.get(paper));
            boolean changes = up ? known.add(client.number()) : known.remove(client.number());
            assertThat(server.cast(client, paper, up)).isEqualTo(changes ? VoteOutcome.CHANGED : VoteOutcome.UNCHANGED);
        }
        return 0;
    }

    /** Every person votes for two papers or one of them while they become one: each has one vote then. */
    @Test
    void papersThatBecomeOneWhilePeopleVoteLoseNothing() throws Exception {
        List<Person> clients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            clients.add(person("client-" + i));
        }
        try (Database other = databases.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Votes elsewhere = votes(new Catalogue(other, Votes.PAPERS));
            for (int round = 0; round < 10; round++) {
                long gone = paper("Gone " + round);
                long survivor = paper("Survivor " + round);
                writers.put(survivor, Set.of(clients.getFirst().number()));
                List<Future<Integer>> working = new ArrayList<>();
                for (int i = 0; i < clients.size(); i++) {
                    Person client = clients.get(i);
                    Votes server = i % 2 == 0 ? votes : elsewhere;
                    List<Long> chosen = i % 3 == 0 ? List.of(gone, survivor) : List.of(i % 3 == 1 ? gone : survivor);
                    working.add(threads.submit(() -> {
                        chosen.forEach(paper -> server.cast(client, paper, true));
                        return 0;
                    }));
                }
                working.add(threads.submit(() -> {
                    counts.carryOver();
                    merge(gone, survivor);
                    counts.carryOver();
                    return 0;
                }));
                for (Future<Integer> work : working) {
                    work.get();
                }
                counts.carryOver();
                assertThat(votes.counts(List.of(gone, survivor)))
                        .as("round %d", round)
                        .isEqualTo(Map.of(survivor, new VoteCount(clients.size() - 1, 1, 0)));
                assertThat(catalogue.counts(List.of(gone, survivor)))
                        .as("round %d", round)
                        .isEqualTo(Map.of(survivor, new PaperCounts(clients.size() - 1, 0)));
            }
        }
    }

    /** Whoever is suspended while they vote has no vote that counts. */
    @Test
    void suspendingSomebodyWhileTheyVoteLeavesNoCountedVote() throws Exception {
        List<Long> papers = List.of(paper("One"), paper("Two"), paper("Three"), paper("Four"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                Person client = person("client-" + round);
                Future<Integer> voting = threads.submit(() -> {
                    papers.forEach(paper -> votes.cast(client, paper, true));
                    return 0;
                });
                Future<Person> suspending = threads.submit(() -> suspend(client));
                voting.get();
                suspending.get();
                assertThat(number("select count(*) from vote where counted = 1 and person = " + client.number()))
                        .as("round %d", round)
                        .isZero();
            }
        }
    }

    /** An import makes several papers one in a transaction; meanwhile those who voted for them go or are suspended. */
    @Test
    void whoGoesWhilePapersBecomeOneLeavesNothingBehind() throws Exception {
        VoteData data = new VoteData(votes, catalogue);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                List<Long> papers = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    papers.add(paper("Round " + round + ", paper " + i));
                }
                List<Person> clients = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    Person client = person("client-" + round + "-" + i);
                    clients.add(client);
                    papers.forEach(paper -> votes.cast(client, paper, true));
                }
                List<Future<?>> working = new ArrayList<>();
                working.add(threads.submit(() -> catalogue.write(writer -> {
                    for (int i = 5; i > 0; i--) {
                        writer.merge(papers.get(i), papers.get(i - 1));
                    }
                    return 0;
                })));
                working.add(threads.submit(() -> suspend(clients.getFirst())));
                working.add(threads.submit(() -> database.write(transaction -> {
                    data.deleted(transaction, clients.getLast(), true);
                    return 0;
                })));
                for (Future<?> work : working) {
                    work.get();
                }
                counts.carryOver();
                assertThat(votes.counts(papers))
                        .as("round %d", round)
                        .isEqualTo(Map.of(papers.getFirst(), new VoteCount(1, 1, 0)));
            }
        }
    }

    private Person suspend(Person person) {
        return standing(person, CLOCK.millis(), Person.State.SUSPENDED);
    }

    private void reinstate(Person person) {
        standing(person, null, Person.State.ACTIVE);
    }

    private Person standing(Person person, @Nullable Long since, Person.State state) {
        Person now =
                new Person(person.number(), person.name(), person.fullName(), person.role(), person.joined(), state);
        database.write(transaction -> {
            transaction.execute("update person set suspended_at = ? where number = ?", since, person.number());
            votes.standingChanged(transaction, now);
            return 0;
        });
        return now;
    }

    private void merge(long gone, long survivor) {
        catalogue.write(writer -> {
            writer.merge(gone, survivor);
            return 0;
        });
    }

    private long paper(String title) {
        return catalogue.write(writer -> writer.add(Metadata.titled(title).build(), CLOCK.instant()));
    }

    private Person person(String name) {
        return people.add(name, "", Role.MEMBER);
    }

    private int counted(long paper) {
        return votes.counts(List.of(paper)).getOrDefault(paper, VoteCount.NONE).counted();
    }

    private long number(String query) {
        return database.read(sql -> sql.sql(query).query(Long.class).single());
    }
}
