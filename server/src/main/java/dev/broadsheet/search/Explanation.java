package dev.broadsheet.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a paper is an answer and stands where it does.
 *
 * @param rule what of the paper the query names, which set it above the ranking ("its title"), or null
 * @param words the query's words that it holds, as they stand in the paper
 * @param parts what each signal gave; their {@link Part#points} add up to the score of the ranking
 */
public record Explanation(@Nullable String rule, List<String> words, List<Part> parts) {
    public Explanation {
        words = List.copyOf(words);
        parts = List.copyOf(parts);
    }

    /**
     * What one signal gave.
     *
     * @param signal its name for readers: "words", "meaning (bge-small-en-v1.5-q)", "agreement"
     * @param raw the signal's own measure: BM25, a cosine, or for "agreement" the score that the other
     *     best papers foretell
     * @param normalised raw as it was brought to the common scale; for "agreement" what it changes,
     *     which may be below 0
     * @param weight the signal's part of the whole
     */
    public record Part(String signal, double raw, double normalised, double weight) {
        /** What the signal adds to the score. */
        public double points() {
            return normalised * weight;
        }
    }
}
