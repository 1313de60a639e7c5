package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.follower.SearchEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that changes the catalogue and follows it, at random points, over and over. */
class CrashTest {
    private static final int ROUNDS = 8;
    private static final int LONGEST_LIFE_MILLIS = 1_500;

    @TempDir
    private Path folder;

    @Test
    void theIndexAgreesWithTheCatalogueAfterEveryKill() throws IOException, InterruptedException {
        agreesAfterEveryKill("everything");
    }

    @Test
    void theCountsAgreeWithTheCatalogueAfterEveryKillInAStormOfThem() throws IOException, InterruptedException {
        agreesAfterEveryKill("counts");
    }

    private void agreesAfterEveryKill(String changing) throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long revision = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            String description = "seed " + seed + ", round " + round;
            Process process = start(random.nextLong(), changing);
            try (BufferedReader output = process.inputReader()) {
                String line = output.readLine();
                while (line != null && !line.equals("started")) {
                    line = output.readLine();
                }
                assertThat(line).as(description).isEqualTo("started");
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                assertThat(process.isAlive())
                        .as(description + ": it ran until it was killed")
                        .isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }
            try (Shelf shelf = new Shelf(folder);
                    SearchEngine engine = shelf.engine()) {
                shelf.assertAgrees(engine, description);
                assertThat(shelf.catalogue.latestRevision()).as(description).isGreaterThanOrEqualTo(revision);
                revision = shelf.catalogue.latestRevision();
            }
        }
        assertThat(revision).as("seed %d: there was something to lose", seed).isPositive();
    }

    private Process start(long seed, String changing) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FollowingProcess.class.getName(),
                        folder.toString(),
                        Long.toString(seed),
                        changing)
                .redirectErrorStream(true)
                .start();
    }
}
