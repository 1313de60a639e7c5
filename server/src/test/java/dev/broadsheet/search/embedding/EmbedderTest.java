package dev.broadsheet.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbedderTest {
    private static final String NETWORKS = "Pruning the weights of large neural networks";
    private static final String NETWORKS_OTHERWISE = "How many parameters a deep model can lose";
    private static final String GALAXIES = "Dust in the outer arms of spiral galaxies";

    private static final Map<EmbeddingModel, Embedder> EMBEDDERS = new EnumMap<>(EmbeddingModel.class);

    @BeforeAll
    static void load() {
        for (EmbeddingModel model : EmbeddingModel.values()) {
            EMBEDDERS.put(model, Embedder.load(model));
        }
    }

    @AfterAll
    static void close() {
        EMBEDDERS.values().forEach(Embedder::close);
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void whatMeansTheSameIsNearerThanWhatDoesNot(EmbeddingModel model) {
        float[] networks = embedder(model).passage(NETWORKS);
        double near = cosine(networks, embedder(model).passage(NETWORKS_OTHERWISE));
        double far = cosine(networks, embedder(model).passage(GALAXIES));
        assertThat(near).isGreaterThan(far + 0.1);
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void aQueryFindsItsPassage(EmbeddingModel model) {
        float[] query = embedder(model).query("removing connections to make a network smaller");
        assertThat(cosine(query, embedder(model).passage(NETWORKS)))
                .isGreaterThan(cosine(query, embedder(model).passage(GALAXIES)) + 0.1);
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void vectorsHaveTheModelsDimensionsAndLengthOne(EmbeddingModel model) {
        for (String text : List.of(NETWORKS, "", "a", GALAXIES.repeat(100))) {
            assertIsVector(model, embedder(model).passage(text));
            assertIsVector(model, embedder(model).query(text));
        }
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void onlyBgeTellsQueriesFromPassages(EmbeddingModel model) {
        float[] query = embedder(model).query(NETWORKS);
        float[] passage = embedder(model).passage(NETWORKS);
        switch (model) {
            case BGE_SMALL -> assertThat(query).isNotEqualTo(passage);
            case MINI_LM -> assertThat(query).isEqualTo(passage);
        }
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void threadsGetTheVectorsThatOneThreadGets(EmbeddingModel model) throws ExecutionException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            texts.add("Paper " + i + ": " + (NETWORKS + ". ").repeat(i % 7) + GALAXIES);
        }
        List<float[]> alone = texts.stream().map(embedder(model)::passage).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<float[]>> together = texts.stream()
                    .map(text -> threads.submit(() -> embedder(model).passage(text)))
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void textBeyondTheLongestInputHasNoPart(EmbeddingModel model) {
        String beginning = "word ".repeat(model.longestInput());
        assertThat(embedder(model).passage(beginning + GALAXIES))
                .isEqualTo(embedder(model).passage(beginning + NETWORKS));
        String shorter = "word ".repeat(model.longestInput() - 50);
        assertThat(embedder(model).passage(shorter + GALAXIES))
                .isNotEqualTo(embedder(model).passage(shorter + NETWORKS));
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void hostileTextHasAVector(EmbeddingModel model) {
        List<String> hostile = List.of(
                "\0\0\0",
                "\u0001\u0002\u0007\u001b[31m\u007f\u0085\u200f\u202e\ufeff\ufffd\uffff",
                "lone \ud800 surrogates \udfff\udfff\ud83d",
                "😀👩‍👩‍👧‍👦🏳️‍🌈 emoji",
                "[CLS] [SEP] [PAD] [MASK] [UNK]",
                "e" + "\u0301".repeat(100_000),
                "x".repeat(1_000_000),
                "word ".repeat(200_000),
                " \n".repeat(500_000),
                "中".repeat(350_000),
                "$\\frac{".repeat(150_000));
        for (String text : hostile) {
            assertIsVector(model, embedder(model).passage(text));
            assertIsVector(model, embedder(model).query(text));
        }
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void aClosedEmbedderSaysSo(EmbeddingModel model) {
        Embedder closed = Embedder.load(model);
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.passage("text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(model.key());
    }

    private static Embedder embedder(EmbeddingModel model) {
        return Objects.requireNonNull(EMBEDDERS.get(model));
    }

    private static void assertIsVector(EmbeddingModel model, float[] vector) {
        assertThat(vector).hasSize(model.dimensions());
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
