package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.http.PoliteFetcher;
import dev.broadsheet.testing.arxiv.ArxivList;
import dev.broadsheet.testing.arxiv.ArxivStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harvest of a month whose process is killed again and again. */
class KilledHarvestTest {
    private static final long SEED = 20251202;
    private static final int KILLS = 5;

    /** In the afternoon of the last day of the list. */
    private static final Instant NOW = ArxivWorld.LAST.atTime(19, 0).toInstant(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void aHarvestKilledAgainAndAgainEndsCompleteAndNeverSaysSoBefore() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        ArxivList list = ArxivWorld.list(SEED, 40);
        try (ArxivStandIn arxiv = new ArxivStandIn(0, list, clock, 10, true, SEED)) {
            int killed = 0;
            for (int i = 0; i < KILLS; i++) {
                Process process = start(arxiv);
                int enough = arxiv.requests() + random.nextInt(60);
                while (process.isAlive() && arxiv.requests() < enough) {
                    Thread.sleep(2);
                }
                Thread.sleep(random.nextInt(30));
                process.destroyForcibly();
                killed += process.waitFor() == 0 ? 0 : 1;
                check(arxiv, list, false, "seed " + SEED + ", after kill " + i);
            }
            assertThat(killed).isGreaterThan(2);

            for (int i = 0; i < 2; i++) {
                assertThat(start(arxiv).waitFor()).isZero();
            }
            check(arxiv, list, true, "seed " + SEED + ", at the end");
        }
    }

    private void check(ArxivStandIn arxiv, ArxivList list, boolean complete, String when) {
        Map<String, HostRule> hosts = new ConcurrentHashMap<>();
        try (Database database = Database.sqlite(folder.resolve("catalogue.db"));
                PoliteFetcher fetcher = ArxivWorld.fetcher(hosts, Duration.ofMinutes(1), clock, duration -> {})) {
            LiveSource source = ArxivWorld.source(CompletenessSimulationTest.addresses(arxiv), hosts, fetcher, clock);
            Ledger ledger = new Ledger(database, clock);
            ArxivWorld.assertHonest(ledger, source, database, list, when);
            if (complete) {
                ArxivWorld.assertComplete(ledger, source, new Catalogue(database), list, Set.of(), when);
            }
        }
    }

    private Process start(ArxivStandIn arxiv) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HarvestProcess.class.getName(),
                        folder.toString(),
                        arxiv.oai().toString(),
                        arxiv.api().toString(),
                        arxiv.feeds().toString(),
                        NOW.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
