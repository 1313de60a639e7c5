package dev.broadsheet.cli;

import dev.broadsheet.search.Evaluation;
import dev.broadsheet.search.Evaluation.Result;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code broadsheet eval}. */
@Command(
        name = "eval",
        description =
                "Measures the search on test collections in BEIR layout (corpus.jsonl, queries.jsonl,"
                        + " qrels/SPLIT.tsv; gzipped or not), through the product's own index and ranking, in a throw-away folder.",
        mixinStandardHelpOptions = true,
        footer = "%nExample: broadsheet eval nfcorpus/ scifact/ --ranking full --cache vectors/")
final class EvalCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The collections' folders.")
    private List<Path> folders = List.of();

    @Option(
            names = "--split",
            defaultValue = "test",
            paramLabel = "SPLIT",
            description = "Which judgements (default: ${DEFAULT-VALUE}).")
    private String split = "test";

    @Option(
            names = "--ranking",
            split = ",",
            paramLabel = "RANKING",
            description = "Of ${COMPLETION-CANDIDATES}; several are parted by commas (default: all).")
    private List<Ranking> rankings = List.of(Ranking.values());

    @Option(names = "--cache", paramLabel = "DIR", description = "Keeps vectors there, so that the next run is fast.")
    private @Nullable Path cache;

    @Option(names = "--json", description = "Prints one JSON array instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        ProgressLine progress = ProgressLine.onStandardError();
        PrintWriter out = spec.commandLine().getOut();
        List<Map<String, Object>> rows = new ArrayList<>();
        if (!json) {
            out.println("| collection | ranking | papers | queries | nDCG@10 | recall@100 | MRR@10 | median ms |");
            out.println("|---|---|---|---|---|---|---|---|");
        }
        for (Path folder : folders) {
            String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            for (Result result : Evaluation.run(
                    folder,
                    new Evaluation.Options(split, rankings, cache),
                    at -> progress.show(at.done(), at.total(), name + ": " + at.step()))) {
                rows.add(fields(name, result));
                if (!json) {
                    out.println(row(name, result));
                }
            }
            out.flush();
        }
        if (json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(rows));
        }
        out.flush();
        return 0;
    }

    private static String row(String name, Result result) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %.4f | %.4f | %.4f | %.1f |",
                name,
                result.ranking().name().toLowerCase(Locale.ROOT),
                result.papers(),
                result.queries(),
                result.ndcgAt10(),
                result.recallAt100(),
                result.reciprocalRankAt10(),
                result.medianMillis());
    }

    private static Map<String, Object> fields(String name, Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("collection", name);
        fields.put("ranking", result.ranking().name().toLowerCase(Locale.ROOT));
        fields.put("papers", result.papers());
        fields.put("queries", result.queries());
        fields.put("ndcg@10", result.ndcgAt10());
        fields.put("recall@100", result.recallAt100());
        fields.put("mrr@10", result.reciprocalRankAt10());
        fields.put("medianMillis", result.medianMillis());
        return fields;
    }
}
