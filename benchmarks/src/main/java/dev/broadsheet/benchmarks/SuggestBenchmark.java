package dev.broadsheet.benchmarks;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.text.TexText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long suggestions take while titles and names are typed letter by letter, how many slips of the
 * finger in titles' words are put right, and how many right words are taken for slips: the words of
 * other titles, which are not in the data folder, in lower case.
 *
 * <p>{@code benchmarks/run SuggestBenchmark DATA [COUNT] [DAILY_PAPERS.jsonl.gz]}
 */
public final class SuggestBenchmark {
    private static final long SEED = 20261121;
    private static final int SHOWN = 8;

    /** On a busy machine the clock tells of its other work; this thread's own time does not. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Any of them is slipped in, not only a key's neighbours: that is harder to guess. */
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private SuggestBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        try (Program program = Program.open(folder.path())) {
            SearchRoom search = program.indexing();
            Catalogue catalogue = program.catalogue();
            search.catchUp();
            System.out.printf(
                    Locale.ROOT,
                    "%,d papers, index of %,d bytes%n%n",
                    search.state().indexed(),
                    search.state().indexBytes());
            List<Paper> papers = papers(catalogue, count);
            typing(search, papers);
            slips(search, papers, new Random(SEED));
            if (arguments.length > 2) {
                rightWords(search, titles(Path.of(arguments[2])), count, new Random(SEED));
            }
        }
    }

    private static void typing(SearchRoom search, List<Paper> papers) {
        System.out.println(
                "| typed | times | with suggestions | median ms | 99th percentile ms | longest ms | median of CPU ms | 99th |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        Random random = new Random(SEED);
        for (int round = 0; round < 2; round++) {
            boolean shown = round > 0; // the first warms up
            for (int letters : new int[] {2, 3, 4, 6, 10, 20}) {
                row(
                        "a title's first " + letters + " letters",
                        papers,
                        shown,
                        search,
                        paper -> cut(title(paper), letters));
            }
            row("from a later word of a title", papers, shown, search, paper -> laterWords(title(paper), random));
            for (int letters : new int[] {2, 3, 5}) {
                row(
                        "a surname's first " + letters + " letters",
                        papers,
                        shown,
                        search,
                        paper -> cut(surname(paper), letters));
            }
            row("an author's name but for two letters", papers, shown, search, paper -> {
                String name = name(paper);
                return cut(name, Math.max(2, name.length() - 2));
            });
        }
        System.out.println();
    }

    private static void row(
            String what, List<Paper> papers, boolean shown, SearchRoom search, Function<Paper, String> typed) {
        double[] millis = new double[papers.size()];
        double[] busy = new double[papers.size()];
        int suggested = 0;
        for (int i = 0; i < millis.length; i++) {
            String text = typed.apply(papers.get(i));
            long used = THREADS.getCurrentThreadCpuTime();
            long asked = System.nanoTime();
            suggested += search.suggest(text, SHOWN).isEmpty() ? 0 : 1;
            millis[i] = (System.nanoTime() - asked) / 1e6;
            busy[i] = (THREADS.getCurrentThreadCpuTime() - used) / 1e6;
        }
        Arrays.sort(millis);
        Arrays.sort(busy);
        if (shown) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.1f %% | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    what,
                    millis.length,
                    100.0 * suggested / millis.length,
                    millis[millis.length / 2],
                    millis[(int) (millis.length * 0.99)],
                    millis[millis.length - 1],
                    busy[busy.length / 2],
                    busy[(int) (busy.length * 0.99)]);
        }
    }

    private static void slips(SearchRoom search, List<Paper> papers, Random random) {
        int[] asked = new int[2];
        int[] right = new int[2];
        int[] wrong = new int[2];
        List<Double> millis = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        for (Paper paper : papers) {
            List<String> words = plainWords(title(paper));
            List<String> shuffled = new ArrayList<>(words);
            Collections.shuffle(shuffled, random);
            String word = shuffled.stream()
                    .filter(SuggestBenchmark::isOrdinary)
                    .findFirst()
                    .orElse(null);
            if (word == null) {
                continue;
            }
            int at = words.indexOf(word);
            List<String> few = new ArrayList<>(words.subList(Math.max(0, at - 1), Math.min(words.size(), at + 2)));
            for (int edits = 1; edits <= 2; edits++) {
                String slipped = word;
                for (int edit = 0; edit < edits; edit++) {
                    slipped = slip(slipped, random);
                }
                if (slipped.equals(word)) {
                    continue;
                }
                String query = String.join(" ", few).replace(word, slipped);
                long used = THREADS.getCurrentThreadCpuTime();
                long started = System.nanoTime();
                SearchAnswer answer = search.search(new SearchRequest(query, 1, Filters.NONE, Ranking.WORDS));
                millis.add((System.nanoTime() - started) / 1e6);
                busy.add((THREADS.getCurrentThreadCpuTime() - used) / 1e6);
                asked[edits - 1]++;
                String other = answer.didYouMean() != null ? answer.didYouMean() : answer.searchedInstead();
                if (String.join(" ", few).equals(other)) {
                    right[edits - 1]++;
                } else if (other != null) {
                    wrong[edits - 1]++;
                }
            }
        }
        millis.sort(null);
        busy.sort(null);
        System.out.println("| slips in a word | queries | put right | put otherwise | left |");
        System.out.println("|---|---|---|---|---|");
        for (int edits = 0; edits < 2; edits++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %,d | %.1f %% | %.1f %% | %.1f %% |%n",
                    edits + 1,
                    asked[edits],
                    100.0 * right[edits] / asked[edits],
                    100.0 * wrong[edits] / asked[edits],
                    100.0 * (asked[edits] - right[edits] - wrong[edits]) / asked[edits]);
        }
        System.out.printf(
                Locale.ROOT,
                "%nA search for such words, spelling included: median %.1f ms, 99th percentile %.1f ms;"
                        + " of CPU %.1f and %.1f ms%n%n",
                millis.get(millis.size() / 2),
                millis.get((int) (millis.size() * 0.99)),
                busy.get(busy.size() / 2),
                busy.get((int) (busy.size() * 0.99)));
    }

    private static void rightWords(SearchRoom search, List<String> titles, int count, Random random) {
        int asked = 0;
        int respelt = 0;
        int instead = 0;
        for (int i = 0; i < count; i++) {
            List<String> words =
                    plainWords(titles.get(random.nextInt(titles.size())).toLowerCase(Locale.ROOT));
            if (words.size() < 3) {
                continue;
            }
            int from = random.nextInt(words.size() - 2);
            String query = String.join(" ", words.subList(from, from + 3));
            SearchAnswer answer = search.search(new SearchRequest(query, 1, Filters.NONE, Ranking.WORDS));
            asked++;
            respelt += answer.didYouMean() == null ? 0 : 1;
            instead += answer.searchedInstead() == null ? 0 : 1;
        }
        System.out.printf(
                Locale.ROOT,
                "Three words of other titles, all in lower case: %,d queries, another spelling offered for %d (%.2f %%),"
                        + " searched for instead for %d%n",
                asked,
                respelt,
                100.0 * respelt / asked,
                instead);
    }

    private static String slip(String word, Random random) {
        int at = random.nextInt(word.length());
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default ->
                at + 1 == word.length()
                        ? word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1)
                        : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private static boolean isOrdinary(String word) {
        return word.matches("[a-z]{6,}");
    }

    private static List<String> plainWords(String title) {
        return Arrays.stream(title.split("[\\s:,.!?()\"]+"))
                .filter(word -> word.matches("[A-Za-z][A-Za-z-]*"))
                .toList();
    }

    private static String title(Paper paper) {
        return TexText.plain(paper.metadata().title());
    }

    private static String name(Paper paper) {
        List<Author> authors = paper.metadata().authors();
        return authors.isEmpty() ? "Li" : authors.getFirst().name();
    }

    private static String surname(Paper paper) {
        String name = name(paper);
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String laterWords(String title, Random random) {
        String[] words = title.split(" ");
        int from = random.nextInt(words.length);
        String rest = String.join(" ", Arrays.asList(words).subList(from, words.length));
        return cut(rest, 3 + random.nextInt(15));
    }

    private static String cut(String text, int letters) {
        return text.substring(0, Math.min(text.length(), letters));
    }

    private static List<Paper> papers(Catalogue catalogue, int count) {
        Random random = new Random(SEED);
        long size = catalogue.size();
        List<Paper> papers = new ArrayList<>();
        while (papers.size() < count) {
            papers.addAll(catalogue.papers(List.of(1 + random.nextLong(size))));
        }
        return papers;
    }

    private static List<String> titles(Path dailyPapers) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(dailyPapers)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line ->
                            mapper.readTree(line).path("item").path("title").asString(""))
                    .filter(Objects::nonNull)
                    .filter(title -> !title.isBlank())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
