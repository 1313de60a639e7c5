package dev.broadsheet.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizerTest {
    private static final int BEGINNING = 101;
    private static final int END = 102;

    @Test
    void aTextIsSplitIntoNumbersOfTheVocabulary() throws IOException {
        try (Tokenizer tokenizer = load(EmbeddingModel.BGE_SMALL)) {
            assertThat(tokenizer.encode("hello world")).containsExactly(BEGINNING, 7592, 2088, END);
        }
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void aLongTextFillsTheModelAndEndsWithTheMark(EmbeddingModel model) throws IOException {
        try (Tokenizer tokenizer = load(model)) {
            long[] tokens = tokenizer.encode("telecommunications ".repeat(2_000));
            assertThat(tokens)
                    .hasSize(model.longestInput())
                    .startsWith(BEGINNING)
                    .endsWith(END);
        }
    }

    @ParameterizedTest
    @EnumSource(EmbeddingModel.class)
    void aShortTextIsNotPadded(EmbeddingModel model) throws IOException {
        try (Tokenizer tokenizer = load(model)) {
            assertThat(tokenizer.encode("hello")).hasSize(3);
            assertThat(tokenizer.encode("")).containsExactly(BEGINNING, END);
        }
    }

    /** The oracle is the library itself, given the text as it is. */
    @Test
    void boundingATextChangesNoToken() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Tokenizer tokenizer = load(EmbeddingModel.BGE_SMALL);
                InputStream description = resource(EmbeddingModel.BGE_SMALL);
                HuggingFaceTokenizer oracle = HuggingFaceTokenizer.newInstance(
                        description,
                        Map.of(
                                "truncation",
                                "true",
                                "maxLength",
                                "512",
                                "modelMaxLength",
                                "512",
                                "padding",
                                "false"))) {
            for (int round = 0; round < 2_000; round++) {
                String text = anyText(random);
                assertThat(tokenizer.encode(text))
                        .as("seed %d, round %d: %s", seed, round, text)
                        .containsExactly(oracle.encode(text).getIds());
            }
        }
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.append(" \t\n\r\u00a0\u2003\u2028".charAt(random.nextInt(7)));
                case 1 -> text.append((char) random.nextInt(1, 0x250));
                case 2 -> text.appendCodePoint(random.nextInt(0xe000, Character.MAX_CODE_POINT + 1));
                case 3 -> text.append((char) random.nextInt(1, 0xd800));
                default -> text.append((char) random.nextInt('a', 'z' + 1));
            }
        }
        return text.toString();
    }

    private static Tokenizer load(EmbeddingModel model) throws IOException {
        try (InputStream description = resource(model)) {
            return Tokenizer.load(description, model.longestInput());
        }
    }

    private static InputStream resource(EmbeddingModel model) {
        return Objects.requireNonNull(
                TokenizerTest.class.getClassLoader().getResourceAsStream(model.tokenizerResource()));
    }
}
