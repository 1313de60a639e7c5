package dev.broadsheet.benchmarks;

import dev.broadsheet.evaluation.EvaluationResult;
import dev.broadsheet.evaluation.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The measured part of docs/search-quality.md.
 *
 * @param measured by collection, each with the same rankings, the full one first
 * @param published figures of other engines on NFCorpus
 */
record QualityTables(Map<String, List<EvaluationResult>> measured, Path published) {
    private static final String COMPARED = "nfcorpus";

    String markdown() throws IOException {
        Map<String, List<EvaluationResult>> all = new LinkedHashMap<>(measured);
        all.put("mean", mean());
        StringBuilder text = new StringBuilder();
        text.append(LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ROOT)))
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append("""
                         cores, by `benchmarks/run SearchQuality COLLECTIONS CACHE`. In brackets: the 95 % bootstrap interval over the
                        queries. The mean counts each collection the same. Latency includes embedding the query and reading the papers.

                        | collection | papers | queries | ranking | nDCG@10 | recall@100 | MRR@10 | median ms | 95th percentile ms |
                        |---|---|---|---|---|---|---|---|---|
                        """);
        all.forEach((name, results) ->
                results.forEach(result -> text.append(row(name, result, result == results.getFirst()))));
        text.append("""

                The full ranking against the others, compared query by query:

                | collection | above | difference in nDCG@10 |
                |---|---|---|
                """);
        all.forEach((name, results) -> results.stream()
                .skip(1)
                .forEach(other -> text.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s |%n",
                        other == results.get(1) ? name : "",
                        other.ranking(),
                        signed(results.getFirst().above(other))))));
        if (measured.containsKey(COMPARED)) {
            text.append(beside(measured.get(COMPARED)));
        }
        for (Map.Entry<String, List<EvaluationResult>> collection : measured.entrySet()) {
            for (String note : collection.getValue().getFirst().notes()) {
                text.append("\n")
                        .append(collection.getKey())
                        .append(": ")
                        .append(note)
                        .append("\n");
            }
        }
        return text.toString();
    }

    private List<EvaluationResult> mean() {
        int rankings = measured.values().iterator().next().size();
        return IntStream.range(0, rankings)
                .mapToObj(i -> EvaluationResult.together(measured.values().stream()
                        .map(results -> results.get(i))
                        .toList()))
                .toList();
    }

    private String beside(List<EvaluationResult> ours) throws IOException {
        List<Engine> engines = new ArrayList<>();
        Files.readAllLines(published).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .forEach(fields -> engines.add(new Engine(fields[0], fields[1], fields[2], fields[3])));
        ours.forEach(result -> engines.add(new Engine(
                "**Broadsheet, " + result.ranking() + "**",
                number(result.ndcgAt10().mean()),
                number(result.recallAt100()),
                "this run")));
        engines.sort(Comparator.comparingDouble(Engine::order).reversed());
        StringBuilder text = new StringBuilder("""

                NFCorpus's test queries beside what others publish, as they print it:

                | engine | nDCG@10 | recall@100 | source |
                |---|---|---|---|
                """);
        engines.forEach(engine -> text.append(
                String.format("| %s | %s | %s | %s |%n", engine.name, engine.ndcg, engine.recall, engine.source)));
        return text.toString();
    }

    private static String row(String name, EvaluationResult result, boolean first) {
        Interval ndcg = result.ndcgAt10();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s (%s–%s) | %s | %s | %.1f | %.1f |%n",
                first ? name : "",
                first ? String.format(Locale.ROOT, "%,d", result.papers()) : "",
                first ? String.format(Locale.ROOT, "%,d", result.queries()) : "",
                result.ranking(),
                number(ndcg.mean()),
                number(ndcg.low()),
                number(ndcg.high()),
                number(result.recallAt100()),
                number(result.reciprocalRankAt10()),
                result.millis(0.5),
                result.millis(0.95));
    }

    private static String signed(Interval interval) {
        return String.format(Locale.ROOT, "%+.4f (%+.4f to %+.4f)", interval.mean(), interval.low(), interval.high());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replaceFirst("^0", "");
    }

    private record Engine(String name, String ndcg, String recall, String source) {
        double order() {
            return Double.parseDouble(ndcg);
        }
    }
}
