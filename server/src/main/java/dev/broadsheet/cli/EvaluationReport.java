package dev.broadsheet.cli;

import dev.broadsheet.evaluation.EvaluationResult;
import dev.broadsheet.evaluation.Interval;
import dev.broadsheet.installation.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What {@code eval} measured, as Markdown tables or JSON. Several collections get a mean beside them.
 *
 * @param measured by the collection's name, each with the same rankings in the same order
 */
record EvaluationReport(Map<String, List<EvaluationResult>> measured) {
    private static final double MEDIAN = 0.5;
    private static final double SLOWEST = 0.95;

    String tables() {
        StringBuilder text = new StringBuilder("""
                | collection | ranking | papers | queries | nDCG@10 | 95 % interval | recall@100 | MRR@10 | median ms | 95th percentile ms |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        Map<String, List<EvaluationResult>> all = withMean();
        all.forEach((name, results) -> results.forEach(result -> text.append(row(name, result))));
        if (all.values().stream().anyMatch(results -> results.size() > 1)) {
            text.append("""

                    | collection | compared query by query | difference in nDCG@10 | 95 % interval |
                    |---|---|---|---|
                    """);
            all.forEach((name, results) -> results.stream()
                    .skip(1)
                    .forEach(result -> text.append(difference(name, results.getFirst(), result))));
        }
        StringBuilder notes = new StringBuilder();
        measured.forEach((name, results) -> results.getFirst()
                .notes()
                .forEach(note -> notes.append("- ")
                        .append(name)
                        .append(": ")
                        .append(note)
                        .append('\n')));
        return (notes.isEmpty() ? text.toString() : text + "\n" + notes).stripTrailing();
    }

    String json() {
        List<Map<String, Object>> rows = new ArrayList<>();
        withMean()
                .forEach((name, results) ->
                        results.forEach(result -> rows.add(fields(name, result, results.getFirst()))));
        return Json.INDENTED.writeValueAsString(rows);
    }

    private Map<String, List<EvaluationResult>> withMean() {
        Map<String, List<EvaluationResult>> all = new LinkedHashMap<>(measured);
        if (measured.size() > 1) {
            int rankings = measured.values().iterator().next().size();
            all.put(
                    "mean",
                    IntStream.range(0, rankings)
                            .mapToObj(i -> EvaluationResult.together(measured.values().stream()
                                    .map(results -> results.get(i))
                                    .toList()))
                            .toList());
        }
        return all;
    }

    private static String row(String name, EvaluationResult result) {
        Interval ndcg = result.ndcgAt10();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %.4f | %.4f–%.4f | %.4f | %.4f | %.1f | %.1f |%n",
                name,
                result.ranking(),
                result.papers(),
                result.queries(),
                ndcg.mean(),
                ndcg.low(),
                ndcg.high(),
                result.recallAt100(),
                result.reciprocalRankAt10(),
                result.millis(MEDIAN),
                result.millis(SLOWEST));
    }

    private static String difference(String name, EvaluationResult first, EvaluationResult other) {
        Interval above = first.above(other);
        return String.format(
                Locale.ROOT,
                "| %s | %s above %s | %+.4f | %+.4f to %+.4f |%n",
                name,
                first.ranking(),
                other.ranking(),
                above.mean(),
                above.low(),
                above.high());
    }

    private static Map<String, Object> fields(String name, EvaluationResult result, EvaluationResult first) {
        Interval ndcg = result.ndcgAt10();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("collection", name);
        fields.put("ranking", result.ranking());
        fields.put("papers", result.papers());
        fields.put("queries", result.queries());
        fields.put("ndcg@10", ndcg.mean());
        fields.put("ndcg@10Interval", List.of(ndcg.low(), ndcg.high()));
        fields.put("recall@100", result.recallAt100());
        fields.put("mrr@10", result.reciprocalRankAt10());
        fields.put("medianMillis", result.millis(MEDIAN));
        fields.put("p95Millis", result.millis(SLOWEST));
        if (!result.ranking().equals(first.ranking())) {
            Interval above = first.above(result);
            fields.put(first.ranking() + "Above", above.mean());
            fields.put(first.ranking() + "AboveInterval", List.of(above.low(), above.high()));
        }
        fields.put("notes", result.notes());
        return fields;
    }
}
