package dev.broadsheet.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.search.BagOfWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
    @TempDir
    private Path folder;

    private final Counting model = new Counting();

    @Test
    void aTextIsEmbeddedOnceAndFoundAgainByTheNextRun() throws IOException {
        float[] first;
        try (VectorCache cache = VectorCache.open(model, folder)) {
            first = cache.passage("graph");
            assertThat(cache.passage("graph")).isEqualTo(first);
        }
        try (VectorCache cache = VectorCache.open(model, folder)) {
            assertThat(cache.passage("graph")).isEqualTo(first);
            assertThat(model.asked).isEqualTo(1);
            assertThat(Vectors.similarity(first, new BagOfWords("bag", 8).passage("graph")))
                    .isGreaterThan(0.9999);
        }
    }

    @Test
    void halfARecordIsForgotten() throws IOException {
        try (VectorCache cache = VectorCache.open(model, folder)) {
            cache.passage("graph");
        }
        Files.write(folder.resolve("bag.vectors"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        for (int run = 0; run < 2; run++) {
            try (VectorCache cache = VectorCache.open(model, folder)) {
                cache.passage("graph");
                cache.passage("kernel");
            }
        }
        assertThat(model.asked).isEqualTo(2);
    }

    @Test
    void oneAtATimeUsesIt() throws IOException {
        try (VectorCache cache = VectorCache.open(model, folder)) {
            cache.passage("graph");
            assertThatThrownBy(() -> VectorCache.open(model, folder))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("in use already");
            cache.passage("kernel");
        }
        try (VectorCache cache = VectorCache.open(model, folder)) {
            cache.passage("graph");
            cache.passage("kernel");
        }
        assertThat(model.asked).isEqualTo(2);
    }

    /** In a process that may write 1 or 2 blocks of 512 bytes to a file, which is no whole number of records. */
    @Test
    void afterAFailureToWriteTheFileHoldsWholeRecordsOnly() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 1 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filling.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        assertThat(Files.size(folder.resolve("bag.vectors")))
                .isPositive()
                .satisfies(bytes -> assertThat(bytes % (32 + 2 * 8)).isZero());
    }

    /** The main class of the process above: it fills a cache until it fails. */
    static final class Filling {
        private Filling() {}

        public static void main(String[] arguments) throws IOException {
            try (VectorCache cache = VectorCache.open(new Counting(), Path.of(arguments[0]))) {
                for (int i = 0; i < 100; i++) {
                    cache.passage("text " + i);
                }
                System.exit(1);
            } catch (OperatorException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static final class Counting implements TextEmbedder {
        private int asked;

        @Override
        public String model() {
            return "bag";
        }

        @Override
        public int dimensions() {
            return 8;
        }

        @Override
        public float[] passage(String text) {
            asked++;
            return new BagOfWords("bag", 8).passage(text);
        }

        @Override
        public float[] query(String text) {
            return passage(text);
        }
    }
}
