package dev.broadsheet.cli;

import dev.broadsheet.evaluation.Evaluation;
import dev.broadsheet.evaluation.EvaluationResult;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code broadsheet eval}. */
@Command(
        name = "eval",
        description = {
            "Measures the search on test collections in BEIR layout (corpus.jsonl, queries.jsonl,"
                    + " qrels/SPLIT.tsv; gzipped or not), through the product's own index and ranking,"
                    + " in a throw-away folder.",
            "Figures are means over the queries that have a relevant document; of several collections, means"
                    + " of their means. The 95 %% interval is a bootstrap over the queries. A query whose id, or"
                    + " the part before \"_\", is a paper of the collection does not find itself."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "%nExamples:",
            "  broadsheet eval evaluation/small",
            "  broadsheet eval nfcorpus/ scifact/ --ranking full --cache vectors/"
        })
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

    @Option(names = "--json", description = "Prints JSON instead of tables.")
    private boolean json;

    private final ProgressLine progress = ProgressLine.onStandardError();

    @Override
    public Integer call() {
        Map<String, List<EvaluationResult>> measured = new LinkedHashMap<>();
        try (Interruption interruption = new Interruption()) {
            boolean complete = measure(interruption, measured);
            if (json || !measured.isEmpty()) {
                EvaluationReport report = new EvaluationReport(measured);
                PrintWriter out = spec.commandLine().getOut();
                out.println(json ? report.json() : report.tables());
                out.flush();
            }
            return complete ? 0 : 1;
        }
    }

    /** Returns whether every collection was measured. What is wrong with one does not keep the others from it. */
    private boolean measure(Interruption interruption, Map<String, List<EvaluationResult>> measured) {
        boolean complete = true;
        List<Ranking> asked = rankings.stream().distinct().toList();
        for (Path folder : folders) {
            String name = name(folder, measured);
            try {
                List<EvaluationResult> results =
                        Evaluation.run(folder, new Evaluation.Options(split, asked, cache), at -> {
                            if (interruption.isTold()) {
                                throw new CancellationException();
                            }
                            progress.show(at.done(), at.total(), name + ": " + at.step());
                        });
                measured.put(name, results);
                progress.finish(name + ": measured.");
            } catch (CancellationException e) {
                progress.finish("Stopped."
                        + (cache == null
                                ? " Nothing is kept; with --cache DIR the next run would go on from here."
                                : " What was embedded is kept in " + cache + "."));
                return false;
            } catch (OperatorException e) {
                progress.finish(name + ": " + e.getMessage());
                complete = false;
            }
        }
        return complete;
    }

    /** The folder's own name, or the path where two are called the same. */
    private static String name(Path folder, Map<String, List<EvaluationResult>> measured) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return measured.containsKey(name) ? folder.toString() : name;
    }
}
