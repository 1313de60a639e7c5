package dev.broadsheet.benchmarks.peers;

import dev.broadsheet.benchmarks.Folders;
import dev.broadsheet.evaluation.JudgedCollection;
import dev.broadsheet.evaluation.Measures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How good the peers' answers are: nDCG@10 on the test queries of judged collections. */
final class Judging {
    private static final int DEPTH = 10;

    private Judging() {}

    /** Prints a table with one row for each peer and way, one column for each collection. */
    static void run(List<Path> collections, Path cache) throws IOException, InterruptedException {
        Map<String, List<Double>> rows = new LinkedHashMap<>();
        for (Way way : Way.values()) {
            for (PeerKind kind : PeerKind.values()) {
                rows.put(way + ": " + kind, new ArrayList<>());
            }
        }
        List<String> heads = new ArrayList<>();
        for (Path collection : collections) {
            JudgedCollection judged = JudgedCollection.read(collection, "test");
            heads.add(collection.getFileName() + " (" + judged.documents().size() + " papers, "
                    + judged.queries().size() + " queries)");
            Path work = Files.createTempDirectory("broadsheet-peers");
            try {
                JudgedFolder data = JudgedFolder.of(judged, work.resolve("data"), cache);
                for (PeerKind kind : PeerKind.values()) {
                    // The same ranking as in process.
                    if (kind != PeerKind.SERVED) {
                        judge(kind, judged, data, work, rows);
                    }
                }
            } finally {
                Folders.delete(work);
            }
        }
        System.out.println("\n| nDCG@10 | " + String.join(" | ", heads) + " |");
        System.out.println("|---" + "|---".repeat(heads.size()) + "|");
        rows.forEach((name, values) -> {
            if (!values.isEmpty()) {
                List<String> cells = values.stream()
                        .map(value -> String.format(Locale.ROOT, "%.4f", value))
                        .toList();
                System.out.println("| " + name + " | " + String.join(" | ", cells) + " |");
            }
        });
    }

    private static void judge(
            PeerKind kind, JudgedCollection judged, JudgedFolder data, Path work, Map<String, List<Double>> rows)
            throws IOException, InterruptedException {
        Path queries = work.resolve("queries.json");
        Files.writeString(
                queries, JsonService.MAPPER.writeValueAsString(judged.queries().values()));
        Path folder = work.resolve(kind.name());
        WorkerProcess.prepare(kind, data.path(), folder);
        try (WorkerProcess worker = WorkerProcess.open(kind, data.path(), folder)) {
            for (Way way : Way.values()) {
                if (worker.ways().contains(way)) {
                    List<Double> row = rows.computeIfAbsent(way + ": " + kind, name -> new ArrayList<>());
                    row.add(ndcg(judged, data, worker.answers(way, queries)));
                }
            }
        }
    }

    private static double ndcg(JudgedCollection judged, JudgedFolder data, String[][] answers) {
        double sum = 0;
        int query = 0;
        for (String id : judged.queries().keySet()) {
            List<String> found = Arrays.stream(answers[query++])
                    .map(number -> data.documents().getOrDefault(number, ""))
                    .toList();
            sum += Measures.ndcg(found, judged.judgements().getOrDefault(id, Map.of()), DEPTH);
        }
        return sum / judged.queries().size();
    }
}
