package dev.broadsheet.benchmarks.peers;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client of OpenSearch does with two rankings: each one's scores are brought to 0 to 1 over its
 * own candidates and added by weight, as OpenSearch's normalisation processor does with {@code min_max}
 * and {@code arithmetic_mean}.
 */
final class Fusion {
    private Fusion() {}

    /** The names in the order of their sums; by name among equals. */
    static List<String> fuse(List<Ranking> rankings) {
        Map<String, Double> sums = new HashMap<>();
        for (Ranking ranking : rankings) {
            double most = ranking.scores.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            double least = ranking.scores.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElse(0);
            ranking.scores.forEach((name, score) -> {
                double normalised = most > least ? (score - least) / (most - least) : 1;
                sums.merge(name, ranking.weight * normalised, Double::sum);
            });
        }
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One ranking's scores by name. */
    record Ranking(double weight, Map<String, Double> scores) {}
}
