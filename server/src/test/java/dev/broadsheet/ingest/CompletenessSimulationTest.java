package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.http.PoliteFetcher;
import dev.broadsheet.testing.arxiv.ArxivDays;
import dev.broadsheet.testing.arxiv.ArxivList;
import dev.broadsheet.testing.arxiv.ArxivStandIn;
import dev.broadsheet.testing.arxiv.Mischief;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A month of arXiv on good and bad days, several runs a day. Other seeds: {@code
 * -Dsimulation.seeds=100..200}.
 */
class CompletenessSimulationTest {
    private static final int PER_DAY = 40;
    private static final int PAGE = 30;

    /** Enough for an answer on a busy machine; how long a silence lasts is up to whoever waits. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    /** Some mischief costs seconds of waiting or many megabytes, and is rare for that only. */
    private static final Map<Mischief, Double> RARE =
            new EnumMap<>(Map.of(Mischief.SILENCE, .05, Mischief.HUGE, .1, Mischief.ENDLESS_TOKEN, .5));

    @TempDir
    Path folder;

    private final StandingClock clock =
            new StandingClock(ArxivWorld.FIRST.atStartOfDay(ArxivDays.ZONE).toInstant());
    private final Map<String, HostRule> hosts = new ConcurrentHashMap<>();
    private Database database;
    private Catalogue catalogue;
    private Ledger ledger;
    private Sync sync;

    static LongStream seeds() {
        String seeds = System.getProperty("simulation.seeds", "1..5");
        int dots = seeds.indexOf("..");
        return LongStream.rangeClosed(
                Long.parseLong(seeds.substring(0, dots)), Long.parseLong(seeds.substring(dots + 2)));
    }

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("catalogue.db"));
        catalogue = new Catalogue(database);
        ledger = new Ledger(database, clock);
        sync = new Sync(new Ingest(catalogue, folder.resolve("rejects"), Clock.systemUTC()), ledger, database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverArxivDoesNothingIsLostAndNothingCalledCompleteThatIsNot(long seed) throws IOException {
        long started = System.nanoTime();
        Random random = new Random(seed);
        ArxivList list = ArxivWorld.list(seed, PER_DAY);
        int runs = 0;
        try (ArxivStandIn arxiv = new ArxivStandIn(0, list, clock, PAGE, seed % 2 == 0, seed)) {
            try (PoliteFetcher fetcher = ArxivWorld.fetcher(hosts, PATIENCE, clock, this::pass)) {
                LiveSource source = ArxivWorld.source(addresses(arxiv), hosts, fetcher, clock);
                for (LocalDate day = ArxivWorld.FIRST; !day.isAfter(ArxivWorld.LAST); day = day.plusDays(1)) {
                    worsen(arxiv, random);
                    for (Instant moment : moments(day, random)) {
                        if (moment.isAfter(clock.instant())) {
                            clock.set(moment);
                        }
                        runs++;
                        sync.run(source, null, null, false, (title, progress) -> {}, stop(random));
                        ArxivWorld.assertHonest(ledger, source, database, list, when(seed));
                    }
                }
            }
            System.out.printf(
                    "seed %d: %d papers, %d runs, %d requests in %d s, mischief %s%n",
                    seed,
                    list.papers().size(),
                    runs,
                    arxiv.requests(),
                    (System.nanoTime() - started) / 1_000_000_000,
                    arxiv.done());
            assertThat(arxiv.done()).as(when(seed)).hasSizeGreaterThan(10);
            arxiv.behave();
            try (PoliteFetcher fetcher = ArxivWorld.fetcher(hosts, Duration.ofMinutes(1), clock, this::pass)) {
                LiveSource source = ArxivWorld.source(addresses(arxiv), hosts, fetcher, clock);
                List<String> problems = List.of();
                for (int run = 0; run < 3; run++) {
                    pass(Duration.ofHours(9));
                    problems = sync.run(source, null, null, false, (title, progress) -> {}, () -> false)
                            .problems();
                    ArxivWorld.assertHonest(ledger, source, database, list, when(seed));
                }
                // The first of these may have gone on with what mischief had spoilt.
                assertThat(problems).as(when(seed)).isEmpty();
                ArxivWorld.assertComplete(ledger, source, catalogue, list, arxiv.disguised(), when(seed));
            }
            assertThat(arxiv.strays()).as(when(seed)).isZero();
        }
    }

    static Map<String, String> addresses(ArxivStandIn arxiv) {
        return Map.of(
                "oai", arxiv.oai().toString(),
                "api", arxiv.api().toString(),
                "feeds", arxiv.feeds().toString());
    }

    /** A good day, a bad one, or one on which hardly anything works. */
    private static void worsen(ArxivStandIn arxiv, Random random) {
        double chance = new double[] {0, .004, .01, .02, .05}[random.nextInt(5)];
        for (Mischief mischief : Mischief.values()) {
            arxiv.chance(mischief, chance * RARE.getOrDefault(mischief, 1.0));
        }
    }

    private static Iterable<Instant> moments(LocalDate day, Random random) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (int run = random.nextInt(3); run >= 0; run--) {
            moments.add(day.atStartOfDay(ArxivDays.ZONE).toInstant().plusSeconds(random.nextInt(24 * 60 * 60)));
        }
        return moments;
    }

    /** Now and then somebody stops a run in the middle. */
    private static BooleanSupplier stop(Random random) {
        if (random.nextInt(8) > 0) {
            return () -> false;
        }
        int[] left = {random.nextInt(60)};
        return () -> left[0]-- <= 0;
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    private String when(long seed) {
        return "seed " + seed + ", " + clock.instant();
    }
}
