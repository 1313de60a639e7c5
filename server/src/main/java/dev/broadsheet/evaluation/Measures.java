package dev.broadsheet.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Measures of one query's answer against its judgements, as trec_eval computes them. */
public final class Measures {
    private Measures() {}

    /**
     * Normalised discounted cumulative gain with linear gain: the sum of grade / log2(rank + 1) over
     * the first {@code depth}, as a part of the best possible.
     *
     * @param answer ids, best first
     * @param grades of the judged documents; 0 or less is not relevant
     */
    public static double ndcg(List<String> answer, Map<String, Double> grades, int depth) {
        double gained = gain(answer.stream()
                .limit(depth)
                .map(id -> grades.getOrDefault(id, 0.0))
                .toList());
        double best = gain(grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(depth)
                .toList());
        return best == 0 ? 0 : gained / best;
    }

    /** The part of the relevant documents that is among the first {@code depth}. */
    public static double recall(List<String> answer, Map<String, Double> grades, int depth) {
        long relevant = grades.values().stream().filter(grade -> grade > 0).count();
        long found = answer.stream()
                .limit(depth)
                .filter(id -> grades.getOrDefault(id, 0.0) > 0)
                .count();
        return relevant == 0 ? 0 : (double) found / relevant;
    }

    /** One divided by the rank of the first relevant document, 0 if it is not among the first {@code depth}. */
    public static double reciprocalRank(List<String> answer, Map<String, Double> grades, int depth) {
        for (int i = 0; i < Math.min(depth, answer.size()); i++) {
            if (grades.getOrDefault(answer.get(i), 0.0) > 0) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double gain(Collection<Double> grades) {
        double sum = 0;
        int rank = 1;
        for (double grade : grades) {
            sum += Math.max(0, grade) * Math.log(2) / Math.log(rank + 1.0);
            rank++;
        }
        return sum;
    }
}
