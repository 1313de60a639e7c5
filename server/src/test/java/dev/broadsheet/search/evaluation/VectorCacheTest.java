package dev.broadsheet.search.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.BagOfWords;
import dev.broadsheet.search.vector.TextEmbedder;
import dev.broadsheet.search.vector.Vectors;
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
