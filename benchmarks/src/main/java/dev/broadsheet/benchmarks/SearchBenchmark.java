package dev.broadsheet.benchmarks;

import dev.broadsheet.database.DataFolder;
import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.search.SearchState;
import dev.broadsheet.search.vector.ModelEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Latency and throughput of searching in a data folder, for each ranking with one and with eight
 * clients, and of embedding the query alone, which is the measure of the rest. Half of the queries
 * are three words of a paper's title, half a sentence of an abstract.
 *
 * <p>{@code benchmarks/run SearchBenchmark DATA [QUERIES]}
 */
public final class SearchBenchmark {
    private static final long SEED = 20261121;
    private static final int WARMING_ROUNDS = 3;

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        try (Database database = Database.sqlite(folder.catalogue());
                SearchRoom search = SearchRoom.open(folder, new Catalogue(database), SearchRoom.Options.INDEXING)) {
            Catalogue catalogue = new Catalogue(database);
            search.catchUp();
            List<String> queries = queries(catalogue, count);
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
    private static double[] measure(String what, List<String> queries, Consumer<String> work, double[] against)
            throws InterruptedException {
        int[] clients = {1, 8};
        double[] medians = new double[clients.length];
        for (int round = 0; round < WARMING_ROUNDS; round++) {
            run(queries, work, 2);
        }
        for (int i = 0; i < clients.length; i++) {
            Times times = run(queries, work, clients[i]);
            medians[i] = times.median();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %.0f | %s |%n",
                    what,
                    clients[i],
                    times.median(),
                    times.rare(),
                    times.rare() / times.median(),
                    queries.size() / times.seconds,
                    against.length == 0 ? "1" : String.format(Locale.ROOT, "%.1f", times.median() / against[i]));
        }
        return medians;
    }

    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Times(double[] sortedMillis, double seconds) {
        double median() {
            return sortedMillis[sortedMillis.length / 2];
        }

        double rare() {
            return sortedMillis[(int) (sortedMillis.length * 0.99)];
        }
    }

    private static Times run(List<String> queries, Consumer<String> work, int clients) throws InterruptedException {
        double[] millis = new double[queries.size()];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(clients);
        long started = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            Thread.ofPlatform().start(() -> {
                for (int i = next.getAndIncrement(); i < millis.length; i = next.getAndIncrement()) {
                    long asked = System.nanoTime();
                    work.accept(queries.get(i));
                    millis[i] = (System.nanoTime() - asked) / 1e6;
                }
                done.countDown();
            });
        }
        done.await();
        double seconds = (System.nanoTime() - started) / 1e9;
        Arrays.sort(millis);
        return new Times(millis, seconds);
    }

    static List<String> queries(Catalogue catalogue, int count) {
        Random random = new Random(SEED);
        long papers = catalogue.size();
        List<String> queries = new ArrayList<>();
        while (queries.size() < count) {
            for (Paper paper : catalogue.papers(List.of(1 + random.nextLong(papers)))) {
                queries.add(
                        queries.size() % 2 == 0
                                ? words(paper.metadata().title(), random)
                                : sentence(paper.metadata().abstractText(), random));
            }
            queries.removeIf(String::isBlank);
        }
        return queries;
    }

    private static String words(String title, Random random) {
        List<String> words = new ArrayList<>(List.of(title.split("\\s+")));
        while (words.size() > 3) {
            words.remove(random.nextInt(words.size()));
        }
        return String.join(" ", words);
    }

    private static String sentence(String text, Random random) {
        String[] sentences = text.split("(?<=[.!?])\\s+");
        return sentences[random.nextInt(sentences.length)];
    }
}
