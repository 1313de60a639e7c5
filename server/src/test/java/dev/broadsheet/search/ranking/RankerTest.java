package dev.broadsheet.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.search.BagOfWords;
import dev.broadsheet.search.Papers;
import dev.broadsheet.search.engine.Candidate;
import dev.broadsheet.search.engine.MemoryView;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.vector.Vectors;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class RankerTest {
    private static final List<BagOfWords> MODELS = RandomPapers.MODELS;
    private static final int DEPTH = 40;
    private static final int AGREEING = 20;
    private static final Recipe RECIPE = new Recipe(DEPTH, 0.4, List.of(0.4, 0.2), 5, 2, 0.3, AGREEING, 1, 2);

    private static final Comparator<Map.Entry<Long, Double>> BEST_FIRST = Map.Entry.<Long, Double>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));

    private final Ranker ranker = new Ranker(RECIPE, MODELS, Runnable::run);

    @RepeatedTest(30)
    void ranksAsTheRecipeSays(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        MemoryView view = RandomPapers.view(random, 120);
        String query = Papers.words(random, 3);

        List<Ranked> ranked = ranker.rank(view, query, Scope.ALL, Signals.ALL);

        Map<Long, Double> expected = oracle(view, query);
        assertThat(ranked).as("seed %d", seed).hasSameSizeAs(expected.keySet());
        assertThat(ranked).as("seed %d", seed).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        for (Ranked paper : ranked) {
            assertThat(paper.score())
                    .as("seed %d, paper %d", seed, paper.number())
                    .isEqualTo(expected.get(paper.number()), within(1e-6));
        }
    }

    /** The recipe once more, as plainly as it can be written. */
    private static Map<Long, Double> oracle(MemoryView view, String query) {
        // As many candidates as asked for: the view scores papers without a word too, with 0.
        Map<Long, Double> words = normalised(view.words(query, Scope.ALL, DEPTH));
        float[][] queries = {MODELS.get(0).query(query), MODELS.get(1).query(query)};
        Map<Long, Double> first =
                fused(words, model -> normalised(view.meaning(model, queries[model], Scope.ALL, DEPTH)));
        List<Map.Entry<Long, Double>> best =
                first.entrySet().stream().sorted(BEST_FIRST).limit(5).toList();
        float[][] moved = new float[2][];
        for (int model = 0; model < 2; model++) {
            int dimensions = queries[model].length;
            moved[model] = new float[dimensions];
            double weights = best.stream()
                    .mapToDouble(paper -> paper.getValue() * paper.getValue())
                    .sum();
            for (int i = 0; i < dimensions; i++) {
                double mean = 0;
                for (Map.Entry<Long, Double> paper : best) {
                    mean += paper.getValue() * paper.getValue() / weights * view.vector(model, paper.getKey())[i];
                }
                moved[model][i] = (float) (0.7 * queries[model][i] + 0.3 * mean);
            }
            moved[model] = Vectors.normalised(moved[model]);
        }
        Map<Long, Double> second =
                fused(words, model -> normalised(nearest(view, model, moved[model], first.keySet())));
        List<Ranked> ranked = second.entrySet().stream()
                .sorted(BEST_FIRST)
                .map(paper -> new Ranked(paper.getKey(), paper.getValue(), true, List.of()))
                .toList();
        Map<Long, float[]> vectors = new HashMap<>();
        second.keySet().forEach(paper -> vectors.put(paper, view.vector(1, paper)));
        Map<Long, Double> third = new HashMap<>();
        Agreement.among(ranked, AGREEING, vectors, 2).forEach(paper -> third.put(paper.number(), paper.score()));
        return third;
    }

    private static List<Candidate> nearest(MemoryView view, int model, float[] vector, Set<Long> papers) {
        return papers.stream()
                .map(paper -> new Candidate(paper, Vectors.similarity(vector, view.vector(model, paper)), true))
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(Candidate::number, Comparator.reverseOrder()))
                .limit(DEPTH)
                .toList();
    }

    private static Map<Long, Double> fused(Map<Long, Double> words, IntFunction<Map<Long, Double>> meaning) {
        Map<Long, Double> sums = new HashMap<>();
        words.forEach((paper, score) -> sums.merge(paper, 0.4 * score, Double::sum));
        for (int model = 0; model < 2; model++) {
            double weight = model == 0 ? 0.4 : 0.2;
            meaning.apply(model).forEach((paper, score) -> sums.merge(paper, weight * score, Double::sum));
        }
        return sums;
    }

    private static Map<Long, Double> normalised(List<Candidate> candidates) {
        Map<Long, Double> scores = new LinkedHashMap<>();
        double most = candidates.getFirst().score();
        double least = candidates.getLast().score();
        for (Candidate candidate : candidates) {
            scores.put(candidate.number(), most > least ? (candidate.score() - least) / (most - least) : 1);
        }
        return scores;
    }
}
