package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.types.FileSources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    private static final long SEED = 20260822;
    private static final int RECORDS = 30_000;

    @TempDir
    Path folder;

    @Test
    void anImportKilledAgainAndAgainEndsLikeOneInOneGo() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        Path file = write(random);
        Path killed = Files.createDirectories(folder.resolve("killed"));
        int kills = 0;
        boolean finished = false;
        while (!finished) {
            Process process = start(killed, file);
            // Some die before anything is written, some in the middle of a transaction, some between two.
            finished = kills < 6 ? !killSoon(process, random) : process.waitFor() == 0;
            kills += finished ? 0 : 1;
            assertThat(kills).isLessThan(20);
        }
        assertThat(kills).as("seed %d", SEED).isGreaterThan(2);

        Path whole = Files.createDirectories(folder.resolve("whole"));
        IngestReport report = run(whole, file);
        IngestReport after = run(killed, file);
        assertThat(after.outcome()).isEqualTo(IngestReport.Outcome.ALREADY_IMPORTED);
        assertThat(after.counts()).isEqualTo(report.counts());
        assertThat(report.counts().rejected()).isGreaterThan(100);
        try (Database one = Database.sqlite(whole.resolve("catalogue.db"));
                Database other = Database.sqlite(killed.resolve("catalogue.db"))) {
            Catalogue expected = new Catalogue(one);
            Catalogue actual = new Catalogue(other);
            assertThat(IngestTest.state(actual)).as("seed %d", SEED).isEqualTo(IngestTest.state(expected));
            assertThat(actual.latestRevision()).isEqualTo(expected.latestRevision());
        }
        assertThat(rejects(killed)).isEqualTo(rejects(whole));
    }

    /** Whether it was killed before it was done. */
    private static boolean killSoon(Process process, Random random) throws IOException, InterruptedException {
        int chunks = random.nextInt(8);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < chunks && output.readLine() != null; i++) {
                // Wait for so many signs of life.
            }
            Thread.sleep(random.nextInt(40));
            process.destroyForcibly();
            return process.waitFor() != 0;
        }
    }

    private static Process start(Path data, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ImportProcess.class.getName(),
                        data.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static IngestReport run(Path data, Path file) throws IOException {
        try (Database database = Database.sqlite(data.resolve("catalogue.db"))) {
            Ingest ingest = new Ingest(new Catalogue(database), data.resolve("rejects"), Clock.systemUTC());
            return ingest.run(FileSources.open(file, Format.AUTO), progress -> {}, () -> false);
        }
    }

    private static List<String> rejects(Path data) throws IOException {
        List<String> lines = new ArrayList<>();
        try (var files = Files.list(data.resolve("rejects"))) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private Path write(Random random) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
            // Some papers come twice, some stand on several days' lists, some lines are broken.
            int paper = random.nextInt(20) == 0 ? random.nextInt(i + 1) : i;
            String line =
                    "{\"list_date\":\"2026-08-%02d\",\"rank\":%d,\"item\":{\"paper\":{\"id\":\"2608.%05d\",\"title\":\"Paper %d\",\"summary\":\"%s\",\"upvotes\":%d}}}"
                            .formatted(1 + i % 28, 1 + i / 28, paper, paper, "word ".repeat(50), i % 50);
            text.append(random.nextInt(100) == 0 ? line.substring(0, line.length() / 2) : line)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("generated.jsonl"), text);
    }
}
