package dev.broadsheet.search.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Splits a text into the numbers of a model's vocabulary. Safe for use by several threads. */
final class Tokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final int longestInput;

    private Tokenizer(HuggingFaceTokenizer tokenizer, int longestInput) {
        this.tokenizer = tokenizer;
        this.longestInput = longestInput;
    }

    /**
     * Reads a vocabulary and its rules.
     *
     * @param description a {@code tokenizer.json}; its own cutting and padding are overridden
     * @param longestInput the most tokens of a text, the two marks included
     * @throws IOException if it cannot be read
     * @throws RuntimeException if it is no tokenizer, as the library has no narrower type for it
     */
    static Tokenizer load(InputStream description, int longestInput) throws IOException {
        String most = Integer.toString(longestInput);
        TokenizerLibrary.load();
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                description,
                Map.of("truncation", "true", "maxLength", most, "modelMaxLength", most, "padding", "false"));
        return new Tokenizer(tokenizer, longestInput);
    }

    /** The tokens' numbers, at least the two marks, at most as many as the model reads. */
    long[] encode(String text) {
        return tokenizer.encode(BoundedText.of(text, longestInput)).getIds();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
