package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is told to stop (Ctrl-C, SIGTERM), as a process of its own. */
class StoppedImportTest {
    private static final int RECORDS = 40_000;

    @TempDir
    private Path folder;

    @Test
    void whatWasReadIsKeptAndTheNextRunGoesOnThere() throws IOException, InterruptedException {
        Path file = folder.resolve("many.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < RECORDS; i++) {
                out.write("{\"id\": \"26%02d.%05d\", \"title\": \"Paper number %d\", \"abstract\": \"Text.\"}%n"
                        .formatted(1 + i / 90_000, i, i));
            }
        }
        Path errors = folder.resolve("errors.txt");
        Process importing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.broadsheet.Broadsheet",
                        "import",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString())
                .redirectError(errors.toFile())
                .start();
        awaitProgress(importing, errors);
        importing.destroy();

        assertThat(importing.waitFor()).isEqualTo(143);
        assertThat(Files.readString(errors)).contains("Stopped. What was read is kept");
        Told again = Told.by(
                "import", file.toString(), "--data", folder.resolve("data").toString());
        assertThat(again.code()).isZero();
        assertThat(Told.by("status", "--json", "--data", folder.resolve("data").toString())
                        .out())
                .contains("\"papers\":" + RECORDS);
    }

    /** The first line of progress comes with the first transaction. */
    private static void awaitProgress(Process importing, Path errors) throws IOException, InterruptedException {
        while (importing.isAlive() && !Files.readString(errors).contains("records")) {
            Thread.sleep(5);
        }
    }
}
