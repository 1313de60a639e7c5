package dev.broadsheet.benchmarks;

import dev.broadsheet.evaluation.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures that the next run must show again, by collection, ranking and measure, with a tolerance. */
final class ExpectedFigures {
    private static final double USUAL_TOLERANCE = 0.005;
    private static final String TOLERANCE = "tolerance";

    private final Path file;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final JsonNode expected;

    ExpectedFigures(Path file) {
        this.file = file;
        this.expected = mapper.readTree(file.toFile());
    }

    /** One sentence for each figure that is another, or that nobody expects. */
    List<String> deviations(Map<String, List<EvaluationResult>> measured) {
        List<String> deviations = new ArrayList<>();
        measured.forEach((collection, results) ->
                results.forEach(result -> measures(result).forEach((measure, value) -> {
                    JsonNode figure =
                            expected.path(collection).path(result.ranking()).path(measure);
                    if (figure.isMissingNode() || Math.abs(figure.asDouble() - value) > tolerance(collection)) {
                        deviations.add(String.format(
                                Locale.ROOT,
                                "%s, %s, %s: %.4f instead of %s",
                                collection,
                                result.ranking(),
                                measure,
                                value,
                                figure.isMissingNode() ? "nothing" : figure));
                    }
                })));
        return deviations;
    }

    /** Collections that were not measured keep their figures. */
    void write(Map<String, List<EvaluationResult>> measured) throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        expected.properties().forEach(entry -> figures.put(entry.getKey(), entry.getValue()));
        measured.forEach((collection, results) -> {
            Map<String, Object> rankings = new LinkedHashMap<>();
            rankings.put(TOLERANCE, tolerance(collection));
            results.forEach(result -> rankings.put(result.ranking(), measures(result)));
            figures.put(collection, rankings);
        });
        Files.writeString(file, mapper.writeValueAsString(figures) + "\n");
    }

    private double tolerance(String collection) {
        return expected.path(collection).path(TOLERANCE).asDouble(USUAL_TOLERANCE);
    }

    private static Map<String, Double> measures(EvaluationResult result) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("ndcg@10", rounded(result.ndcgAt10().mean()));
        measures.put("recall@100", rounded(result.recallAt100()));
        measures.put("mrr@10", rounded(result.reciprocalRankAt10()));
        return measures;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
