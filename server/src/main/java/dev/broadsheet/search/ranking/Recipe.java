package dev.broadsheet.search.ranking;

import java.util.List;

/**
 * The numbers of the ranking, all in one place.
 *
 * @param depth how many candidates each signal gives; its scores are brought to 0 to 1 over them
 * @param words the weight of BM25
 * @param meaning the weight of each model, in the order of the models
 * @param feedbackPapers how many of the first ranking's best papers speak for the second
 * @param feedbackFocus the power of a paper's fused score by which it speaks: the greater, the more the
 *     very first count
 * @param feedbackStep which part of the way the query's vectors move towards those papers
 * @param agreeing how many of the second ranking's best papers are ordered anew by what their vectors
 *     foretell of their scores
 * @param agreeingModel the model whose vectors those are, as its place in the list of models
 * @param ridge how little a paper's own score counts against the others' in that
 */
public record Recipe(
        int depth,
        double words,
        List<Double> meaning,
        int feedbackPapers,
        double feedbackFocus,
        double feedbackStep,
        int agreeing,
        int agreeingModel,
        double ridge) {
    /**
     * What measured best with BGE small and MiniLM on five judged collections together; what else was
     * tried is in {@code docs/search-quality.md}. The numbers are round ones from the middle of a wide
     * plateau and not the best of any collection.
     */
    public static final Recipe SHIPPED = new Recipe(1_000, 0.4, List.of(0.4, 0.2), 4, 4, 0.4, 100, 0, 0.8);

    /** What the shipped recipe is measured against: the same weights, nothing after them. */
    public static final Recipe PLAIN = new Recipe(1_000, 0.4, List.of(0.4, 0.2), 0, 1, 0, 0, 0, 1);

    public Recipe {
        meaning = List.copyOf(meaning);
    }
}
