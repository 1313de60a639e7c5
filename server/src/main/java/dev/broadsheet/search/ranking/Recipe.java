package dev.broadsheet.search.ranking;

import java.util.List;

/**
 * The numbers of the ranking, all in one place.
 *
 * @param depth how many candidates each signal gives; its scores are brought to 0 to 1 over them
 * @param words the weight of BM25
 * @param meaning the weight of each model, in the order of the models
 * @param feedbackPapers how many of the first ranking's best papers speak for the second
 * @param feedbackStep which part of the way the query's vectors move towards those papers
 */
public record Recipe(int depth, double words, List<Double> meaning, int feedbackPapers, double feedbackStep) {
    /**
     * What measured best with BGE small and MiniLM together: better than either alone, and better
     * than without feedback.
     */
    public static final Recipe SHIPPED = new Recipe(1_000, 0.4, List.of(0.4, 0.2), 5, 0.3);

    /** What the shipped recipe is measured against: the same weights, without feedback. */
    public static final Recipe PLAIN = new Recipe(1_000, 0.4, List.of(0.4, 0.2), 0, 0);

    public Recipe {
        meaning = List.copyOf(meaning);
    }
}
