package dev.broadsheet.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FusedGraphTest {
    private static final long SEED = 20261121;
    private static final int RANDOM_TEXTS = 24;
    private static final List<String> SYLLABLES = List.of(
            "net", "work", "graph", "ing", "quant", "um", "the ", "of ", "is ", " ", ". ", "é", "中", "\ud83d\ude00");

    /**
     * Eight bits are few: whichever way the last bit of a sum is rounded decides at times on the next
     * layer's whole numbers, so that the shipped graph does not agree with itself when ONNX Runtime's own
     * optimizer is switched off. The graph of ours is to be no further from it than that.
     */
    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void vectorsDifferNoMoreThanByTheRoundingOfThePlainGraphItself(EmbeddingModel model)
            throws IOException, OrtException {
        List<String> texts = texts();
        double[] ofOurs = new double[texts.size()];
        double[] ofItself = new double[texts.size()];
        try (Embedder embedder = Embedder.load(model);
                InputStream description = resource(model.tokenizerResource());
                Tokenizer tokenizer = Tokenizer.load(description, model.longestInput());
                OrtSession plain = plain(model, OptLevel.ALL_OPT);
                OrtSession plainest = plain(model, OptLevel.NO_OPT)) {
            for (int i = 0; i < texts.size(); i++) {
                long[] tokens = tokenizer.encode(texts.get(i));
                float[] vector = vector(model, plain, tokens);
                ofOurs[i] = cosine(vector, embedder.passage(texts.get(i)));
                ofItself[i] = cosine(vector, vector(model, plainest, tokens));
                assertThat(ofOurs[i])
                        .as("seed %d, text %d of %d tokens", SEED, i, tokens.length)
                        .isGreaterThan(0.99);
            }
        }
        assertThat(mean(ofOurs)).as("seed %d", SEED).isGreaterThan(0.997).isGreaterThan(mean(ofItself) - 0.001);
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                "a",
                "A title of a few words",
                "\ud83d\ude00\ud83d\udc69\u200d\ud83d\ude80 emoji",
                "word ".repeat(2000)));
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM_TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int syllables = random.nextInt(1000); syllables > 0; syllables--) {
                text.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static OrtSession plain(EmbeddingModel model, OptLevel level) throws IOException, OrtException {
        try (InputStream weights = resource(model.weightsResource());
                SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setOptimizationLevel(level);
            return OrtEnvironment.getEnvironment().createSession(weights.readAllBytes(), options);
        }
    }

    private static float[] vector(EmbeddingModel model, OrtSession session, long[] tokens) throws OrtException {
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = tensor(tokens);
                OnnxTensor mask = tensor(ones);
                OnnxTensor kinds = tensor(new long[tokens.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", kinds))) {
            return model.pooling().pool(((OnnxTensor) result.get(0)).getFloatBuffer(), model.dimensions());
        }
    }

    private static OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(FusedGraphTest.class.getClassLoader().getResourceAsStream(name));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
