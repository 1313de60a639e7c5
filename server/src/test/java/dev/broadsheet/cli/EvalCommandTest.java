package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvalCommandTest {
    private static final String SMALL = Path.of("..", "evaluation", "small").toString();

    @TempDir
    private Path folder;

    @Test
    void theTableShowsMeasuresWithTheirIntervalAndLatency() {
        Told told = Told.by("eval", SMALL, "--ranking", "words");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .containsPattern("\\| small \\| words \\| 60 \\| 20 \\| 0\\.\\d{4} \\| 0\\.\\d{4}–[01]\\.\\d{4} \\|")
                .contains("95th percentile ms")
                .contains("- small: 1 query is a paper of the collection, left out of its own answer")
                .doesNotContain("| mean |")
                .doesNotContain("above");
    }

    @Test
    void aBrokenFolderDoesNotKeepTheOthersFromBeingMeasured() throws IOException {
        write("broken", 3, "q1\td1\tx1\n");
        write("fine", 3, "q1\td1\t1\n");

        Told told = Told.by(
                "eval",
                folder.resolve("none").toString(),
                folder.resolve("broken").toString(),
                folder.resolve("fine").toString(),
                SMALL,
                "--ranking",
                "words,WORDS",
                "--json");

        assertThat(told.code()).isEqualTo(1);
        JsonNode rows = new JsonMapper().readTree(told.out());
        assertThat(texts(rows, "collection")).containsExactly("fine", "small", "mean");
        assertThat(rows.get(0).get("ndcg@10").asDouble()).isEqualTo(1);
        assertThat(rows.get(2).get("ndcg@10").asDouble())
                .isEqualTo((1 + rows.get(1).get("ndcg@10").asDouble()) / 2);
        assertThat(rows.get(2).get("queries").asInt()).isEqualTo(21);
        assertThat(rows.get(1).get("p95Millis").asDouble())
                .isGreaterThanOrEqualTo(rows.get(1).get("medianMillis").asDouble());
    }

    /** As a process of its own, told to stop while it embeds. */
    @Test
    void whatWasEmbeddedIsKeptAndTheRestIsTidiedAway() throws IOException, InterruptedException {
        write("many", 20_000, "q1\td1\t1\n");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path cache = folder.resolve("cache");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.broadsheet.Broadsheet",
                        "eval",
                        folder.resolve("many").toString(),
                        "--cache",
                        cache.toString())
                .redirectError(errors.toFile())
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        awaitVectors(process, cache);
        process.destroy();

        assertThat(process.waitFor()).as(Files.readString(errors)).isEqualTo(143);
        assertThat(Files.readString(errors)).contains("Stopped. What was embedded is kept in " + cache);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("broadsheet-evaluation"));
        }
        assertThat(bytes(cache)).isPositive();
    }

    private static void awaitVectors(Process process, Path cache) throws IOException, InterruptedException {
        while (process.isAlive() && bytes(cache) == 0) {
            Thread.sleep(20);
        }
    }

    private static long bytes(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void write(String name, int documents, String judgements) throws IOException {
        Path collection = folder.resolve(name);
        Files.createDirectories(collection.resolve("qrels"));
        Files.write(
                collection.resolve("corpus.jsonl"),
                IntStream.rangeClosed(1, documents)
                        .mapToObj("{\"_id\": \"d%1$d\", \"title\": \"Lantern %1$d\"}"::formatted)
                        .toList());
        Files.writeString(collection.resolve("queries.jsonl"), "{\"_id\": \"q1\", \"text\": \"lantern 1\"}\n");
        Files.writeString(collection.resolve("qrels").resolve("test.tsv"), judgements);
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asString())
                .toList();
    }
}
