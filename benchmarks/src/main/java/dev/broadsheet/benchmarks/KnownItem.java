package dev.broadsheet.benchmarks;

import dev.broadsheet.evaluation.Interval;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.search.SearchState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often a reader who remembers what a paper is about finds it: papers of Hugging Face's daily lists
 * are searched for by the one sentence that a machine wrote about each. That sentence is stored with the
 * paper, but neither indexed nor embedded.
 *
 * <p>{@code benchmarks/run KnownItem DATA daily-papers.jsonl.gz [COUNT [RANKING,…]]}
 */
public final class KnownItem {
    private static final long SEED = 20261121;
    private static final int DEPTH = 10;
    private static final int WARMING_UP = 20;
    private static final int FAILURES_SHOWN = 4;

    private KnownItem() {}

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        List<Ranking> rankings = arguments.length > 3
                ? Arrays.stream(arguments[3].toUpperCase(Locale.ROOT).split(","))
                        .map(Ranking::valueOf)
                        .toList()
                : List.of(Ranking.WORDS, Ranking.MEANING, Ranking.FULL);
        try (Program program = Program.open(Path.of(arguments[0]))) {
            Catalogue catalogue = program.catalogue();
            SearchRoom search = program.indexing();
            search.catchUp();
            List<Item> items = items(Path.of(arguments[1]), catalogue, count);
            describe(search.state(), items);
            System.out.println("| ranking | MRR@10 | first | among the first ten | median ms | 95th percentile ms |");
            System.out.println("|---|---|---|---|---|---|");
            List<String> failures = new ArrayList<>();
            for (Ranking ranking : rankings) {
                Found found = find(search, items, ranking);
                System.out.println(found.row(ranking));
                failures.add(failures(ranking, items, found));
            }
            System.out.println();
            failures.forEach(System.out::println);
        }
    }

    private static void describe(SearchState state, List<Item> items) {
        System.out.printf(
                Locale.ROOT,
                "%,d papers in the index, %,d of them embedded; %,d searched for (seed %d), of which %d hold the sentence"
                        + " itself in their abstract.%n%n",
                state.indexed(),
                state.embedded(),
                items.size(),
                SEED,
                items.stream().filter(Item::holdsSentence).count());
    }

    private static Found find(SearchRoom search, List<Item> items, Ranking ranking) {
        items.stream().limit(WARMING_UP).forEach(item -> search.literally(request(item, ranking)));
        int[] ranks = new int[items.size()];
        double[] millis = new double[items.size()];
        for (int i = 0; i < ranks.length; i++) {
            Item item = items.get(i);
            long start = System.nanoTime();
            List<Long> found = search.literally(request(item, ranking)).hits().stream()
                    .map(hit -> hit.paper().number())
                    .toList();
            millis[i] = (System.nanoTime() - start) / 1e6;
            ranks[i] = found.indexOf(item.number) + 1;
        }
        Arrays.sort(millis);
        return new Found(ranks, millis);
    }

    private static SearchRequest request(Item item, Ranking ranking) {
        return new SearchRequest(item.sentence, DEPTH, Filters.NONE, ranking);
    }

    private static String failures(Ranking ranking, List<Item> items, Found found) {
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (found.ranks[i] == 0) {
                missed.add(items.get(i).id);
            }
        }
        return missed.size() + " not among the first ten by " + name(ranking)
                + (missed.isEmpty()
                        ? ""
                        : ", for example "
                                + String.join(", ", missed.subList(0, Math.min(FAILURES_SHOWN, missed.size()))));
    }

    /** Those of the list that have a sentence and are in the catalogue, drawn at random. */
    private static List<Item> items(Path file, Catalogue catalogue, int count) throws IOException {
        List<Map.Entry<String, String>> sentences =
                new ArrayList<>(sentences(file).entrySet());
        Collections.shuffle(sentences, new Random(SEED));
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, String> sentence : sentences) {
            Optional<Paper> paper = items.size() < count ? catalogue.find(sentence.getKey()) : Optional.empty();
            paper.ifPresent(found -> items.add(new Item(
                    sentence.getKey(),
                    found.number(),
                    sentence.getValue(),
                    found.metadata().abstractText().contains(sentence.getValue()))));
        }
        return items;
    }

    private static Map<String, String> sentences(Path file) throws IOException {
        JsonMapper mapper = new JsonMapper();
        Map<String, String> sentences = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode paper = mapper.readTree(line).at("/item/paper");
                String sentence = paper.path("ai_summary").asString("").strip();
                if (!sentence.isEmpty()) {
                    sentences.putIfAbsent(paper.path("id").asString(""), sentence);
                }
            }
        }
        return sentences;
    }

    /**
     * A paper to be found.
     *
     * @param holdsSentence whether its abstract already says the sentence, which would be no test
     */
    private record Item(String id, long number, String sentence, boolean holdsSentence) {}

    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Found(int[] ranks, double[] sortedMillis) {
        String row(Ranking ranking) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.1f | %.1f |",
                    name(ranking),
                    share(rank -> rank == 0 ? 0 : 1.0 / rank),
                    share(rank -> rank == 1 ? 1 : 0),
                    share(rank -> rank == 0 ? 0 : 1),
                    sortedMillis[sortedMillis.length / 2],
                    sortedMillis[(int) (sortedMillis.length * 0.95)]);
        }

        private String share(IntToDoubleFunction value) {
            Interval interval = Interval.ofMeans(
                    List.of(Arrays.stream(ranks).mapToDouble(value).toArray()));
            return String.format(Locale.ROOT, "%.4f (%.4f–%.4f)", interval.mean(), interval.low(), interval.high());
        }
    }

    private static String name(Ranking ranking) {
        return ranking.name().toLowerCase(Locale.ROOT);
    }
}
