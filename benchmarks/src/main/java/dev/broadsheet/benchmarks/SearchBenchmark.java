package dev.broadsheet.benchmarks;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.search.SearchState;
import dev.broadsheet.search.vector.ModelEmbedder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Latency and throughput of searching in a data folder, for each ranking with one and with eight
 * clients, and of embedding the query alone, which is the measure of the rest. Half of the queries
 * are three words of a paper's title, half a sentence of an abstract.
 *
 * <p>{@code benchmarks/run SearchBenchmark DATA [QUERIES]}
 */
public final class SearchBenchmark {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int WARMING_ROUNDS = 3;

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        try (Program program = Program.open(folder.path())) {
            SearchRoom search = program.indexing();
            Catalogue catalogue = program.catalogue();
            search.catchUp();
            List<String> queries = SampleQueries.of(catalogue, count);
            SearchState state = search.state();
            long catalogueBytes = DataFolder.sizeOf(folder.catalogue());
            System.out.printf(
                    Locale.ROOT,
                    "%,d papers, %,d of them embedded; catalogue %.2f kB and index %.2f kB a paper; %d queries%n%n",
                    state.indexed(),
                    state.embedded(),
                    catalogueBytes / 1e3 / state.indexed(),
                    state.indexBytes() / 1e3 / state.indexed(),
                    queries.size());
            System.out.println("| | clients | median ms | 99th percentile ms | of the median | queries a second"
                    + " | median to that of embedding alone |");
            System.out.println("|---|---|---|---|---|---|---|");
            double[] embedding = embedding(queries);
            for (Ranking ranking : Ranking.values()) {
                measure(
                        ranking.name().toLowerCase(Locale.ROOT),
                        queries,
                        query -> search.search(new SearchRequest(query, 20, Filters.NONE, ranking)),
                        embedding);
            }
        }
    }

    /** As the ranking does it: the models beside one another, on as many threads as there are cores. */
    private static double[] embedding(List<String> queries) throws InterruptedException {
        List<ModelEmbedder> models = ModelEmbedder.all();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            return measure(
                    "embedding the query",
                    queries,
                    query -> models.stream()
                            .map(model -> CompletableFuture.runAsync(() -> model.query(query), threads))
                            .toList()
                            .forEach(CompletableFuture::join),
                    new double[0]);
        } finally {
            models.forEach(ModelEmbedder::close);
        }
    }

    /** Prints a row for each number of clients and gives the medians. */
    private static double[] measure(String what, List<String> queries, Load.Client work, double[] against)
            throws InterruptedException {
        int[] clients = {1, 8};
        double[] medians = new double[clients.length];
        for (int round = 0; round < WARMING_ROUNDS; round++) {
            Load.run(queries, 2, PATIENCE, work);
        }
        for (int i = 0; i < clients.length; i++) {
            Load.Times times = Load.run(queries, clients[i], PATIENCE, work);
            medians[i] = times.median();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %.0f | %s |%n",
                    what,
                    clients[i],
                    times.median(),
                    times.ninetyNinth(),
                    times.ninetyNinth() / times.median(),
                    times.perSecond(),
                    against.length == 0 ? "1" : String.format(Locale.ROOT, "%.1f", times.median() / against[i]));
        }
        return medians;
    }
}
