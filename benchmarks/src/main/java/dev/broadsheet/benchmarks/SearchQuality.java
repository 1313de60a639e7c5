package dev.broadsheet.benchmarks;

import dev.broadsheet.evaluation.Evaluation;
import dev.broadsheet.evaluation.EvaluationResult;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.ranking.Recipe;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures all collections of a folder and the shipped one, and writes what it measured between the marks
 * of docs/search-quality.md and into evaluation/expected.json; or compares it with that file.
 *
 * <p>{@code benchmarks/run SearchQuality COLLECTIONS CACHE [--check]}
 */
public final class SearchQuality {
    static final String PLAIN = "plain mix";
    private static final String SHIPPED = "small";

    private SearchQuality() {}

    public static void main(String[] arguments) throws IOException, URISyntaxException {
        Path root = root();
        Path cache = Path.of(arguments[1]);
        Map<String, List<EvaluationResult>> measured = new LinkedHashMap<>();
        for (Path folder : collections(Path.of(arguments[0]))) {
            measured.put(folder.getFileName().toString(), measure(folder, cache));
        }
        Map<String, List<EvaluationResult>> all = new LinkedHashMap<>(measured);
        all.put(SHIPPED, measure(root.resolve("evaluation").resolve(SHIPPED), cache));

        ExpectedFigures expected =
                new ExpectedFigures(root.resolve("evaluation").resolve("expected.json"));
        if (arguments.length > 2 && arguments[2].equals("--check")) {
            List<String> deviations = expected.deviations(all);
            deviations.forEach(System.out::println);
            System.out.println(deviations.isEmpty() ? "All is as expected." : "That is not as expected.");
            System.exit(deviations.isEmpty() ? 0 : 1);
        }
        String tables = new QualityTables(measured, root.resolve("evaluation").resolve("published.tsv")).markdown();
        System.out.println(tables);
        MarkedPart.write(root.resolve("docs").resolve("search-quality.md"), tables);
        expected.write(all);
    }

    private static List<EvaluationResult> measure(Path folder, Path cache) {
        String name = folder.getFileName().toString();
        Evaluation.Options options = new Evaluation.Options(
                "test",
                List.of(Ranking.FULL, Ranking.MEANING, Ranking.WORDS),
                cache,
                Map.of(PLAIN, room -> room.literally(Recipe.PLAIN)));
        List<String> steps = new ArrayList<>();
        return Evaluation.run(folder, options, at -> {
            if (!steps.contains(at.step())) {
                steps.add(at.step());
                System.err.println(name + ": " + at.step());
            }
        });
    }

    private static List<Path> collections(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(path -> Files.isDirectory(path.resolve("qrels")))
                    .sorted()
                    .toList();
        }
    }

    private static Path root() throws URISyntaxException {
        Path classes = Path.of(SearchQuality.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return classes.resolve("../../..").normalize();
    }
}
