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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Latency and throughput of searching in a data folder, for each ranking with one and with four
 * clients. Half of the queries are three words of a paper's title, half a sentence of an abstract.
 *
 * <p>{@code benchmarks/run SearchBenchmark DATA [QUERIES]}
 */
public final class SearchBenchmark {
    private static final long SEED = 20261121;

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
            System.out.println("| ranking | clients | median ms | 99th percentile ms | queries a second |");
            System.out.println("|---|---|---|---|---|");
            for (Ranking ranking : Ranking.values()) {
                run(search, queries, ranking, 1); // warm
                for (int clients : new int[] {1, 4}) {
                    System.out.println(row(ranking, clients, run(search, queries, ranking, clients)));
                }
            }
        }
    }

    private record Times(double[] sortedMillis, double seconds) {}

    private static Times run(SearchRoom search, List<String> queries, Ranking ranking, int clients)
            throws InterruptedException {
        double[] millis = new double[queries.size()];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(clients);
        long started = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            Thread.ofPlatform().start(() -> {
                for (int i = next.getAndIncrement(); i < millis.length; i = next.getAndIncrement()) {
                    long asked = System.nanoTime();
                    search.search(new SearchRequest(queries.get(i), 20, Filters.NONE, ranking));
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

    private static String row(Ranking ranking, int clients, Times times) {
        double[] millis = times.sortedMillis;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.0f |",
                ranking.name().toLowerCase(Locale.ROOT),
                clients,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                millis.length / times.seconds);
    }

    private static List<String> queries(Catalogue catalogue, int count) {
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
