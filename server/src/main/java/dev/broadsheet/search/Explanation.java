package dev.broadsheet.search;

import dev.broadsheet.search.ranking.Ranker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a paper is an answer and stands where it does.
 *
 * @param rule what of the paper the query names, which set it above the ranking ("its title"), or null
 * @param words the query's words that it holds, as they stand in the paper
 * @param parts what each signal gave; their {@link Part#points} add up to the score of the ranking
 */
public record Explanation(@Nullable String rule, List<String> words, List<Part> parts) {
    /** The signal that moves a paper towards where its neighbours stand. */
    public static final String AGREEMENT = Ranker.AGREEMENT;

    /** Points below which a move is none. */
    private static final double WORTH_SAYING = 0.005;

    public Explanation {
        words = List.copyOf(words);
        parts = List.copyOf(parts);
    }

    /** What the signals gave together: the score of the ranking. */
    public double points() {
        return parts.stream().mapToDouble(Part::points).sum();
    }

    /** The same in words, the most important first. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (rule != null) {
            sentences.add("The query names " + rule + ", which sets it above all that were only ranked.");
        }
        if (!words.isEmpty()) {
            sentences.add(
                    "It holds " + words.stream().map(word -> "“" + word + "”").collect(Collectors.joining(", ")) + ".");
        } else if (!parts.isEmpty()) {
            sentences.add("It holds none of the query's words.");
        }
        List<Part> meaning = parts.stream().filter(Part::isMeaning).toList();
        if (!meaning.isEmpty()) {
            sentences.add("In meaning it is " + nearness(meaning) + " the query: "
                    + meaning.stream()
                            .map(part -> String.format(Locale.ROOT, "cosine %.2f by %s", part.raw, part.model()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        double moved = parts.stream()
                .filter(part -> part.signal.equals(AGREEMENT))
                .mapToDouble(Part::points)
                .sum();
        if (Math.abs(moved) >= WORTH_SAYING) {
            sentences.add("The answers most like it stand "
                    + (moved > 0 ? "higher, which lifts it." : "lower, which sets it back."));
        }
        if (sentences.isEmpty()) {
            sentences.add("It passes the filters; nothing else was asked.");
        }
        return sentences;
    }

    // Cosines of different models mean different things: what counts is how the others do.
    private static String nearness(List<Part> meaning) {
        double best = meaning.stream().mapToDouble(Part::normalised).max().orElse(0);
        return best >= 0.8 ? "very near to" : best >= 0.5 ? "near to" : best >= 0.2 ? "loosely related to" : "far from";
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
        private static final String MEANING = "meaning (";

        private boolean isMeaning() {
            return signal.startsWith(MEANING);
        }

        private String model() {
            return signal.substring(MEANING.length(), signal.length() - 1);
        }

        /** What the signal adds to the score. */
        public double points() {
            return normalised * weight;
        }
    }
}
