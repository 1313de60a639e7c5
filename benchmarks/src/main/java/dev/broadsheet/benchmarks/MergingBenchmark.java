package dev.broadsheet.benchmarks;

import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.program.Program;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.record.SpreadsheetNames;
import dev.broadsheet.source.types.FileSources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether two sources' records of one paper become one, and nothing else does. A thousand of arXiv's
 * records meet the same papers as reference managers print them, without any identifier, among
 * thousands of others and many that only look alike; then the papers that the two files have in
 * common by themselves meet with the identifier hidden on one side.
 *
 * <p>{@code benchmarks/run MergingBenchmark ARXIV_FILE DAILY_FILE [--seed N]}
 */
public final class MergingBenchmark {
    private static final int PAIRS = 1_000;
    private static final int OTHERS_OF_ARXIV = 6_000;
    private static final int OTHERS_OF_THE_REST = 2_500;
    private static final int ALIKE = 600;
    private static final int COMMON_TITLES = 60;
    private static final int MISSES_SHOWN = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private MergingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        int at = given.indexOf("--seed");
        List<Long> seeds = at < 0 ? List.of(1L, 2L, 3L) : List.of(Long.valueOf(given.get(at + 1)));
        Map<String, String> arxiv = new LinkedHashMap<>();
        try (BufferedReader lines = lines(Path.of(given.get(0)))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = JSON.readTree(line);
                if (!node.path("authors").isEmpty()) {
                    arxiv.put(id(node), line);
                }
            }
        }
        System.out.println("| pairs | seed | true pairs | merged | wrong | precision | recall |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<String> findings = new ArrayList<>();
        for (long seed : seeds) {
            findings.add(reprinted(arxiv, seed));
        }
        findings.add(natural(arxiv, Path.of(given.get(1))));
        findings.forEach(System.out::println);
    }

    /** A thousand papers as they are, and as they are printed elsewhere. */
    private static String reprinted(Map<String, String> arxiv, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>(arxiv.keySet());
        Collections.shuffle(ids, random);
        List<String> both = ids.subList(0, PAIRS);
        List<String> here = ids.subList(0, PAIRS + OTHERS_OF_ARXIV);
        List<Printed> elsewhere = ids.subList(here.size(), here.size() + OTHERS_OF_THE_REST).stream()
                .map(id -> printed(arxiv.getOrDefault(id, "")))
                .toList();
        UsualDifferences differences = new UsualDifferences(random);
        HardNegatives negatives = new HardNegatives(random, elsewhere);
        Map<String, Printed> pairs = new LinkedHashMap<>();
        List<Printed> others = new ArrayList<>(negatives.commonTitles(COMMON_TITLES));
        for (String id : both) {
            Printed paper = printed(arxiv.getOrDefault(id, ""));
            Printed reprint = differences.reprinted(paper);
            pairs.put(id, reprint);
            // Of a main title that came without its subtitle nobody can say which of two papers it is.
            if (pairs.size() <= ALIKE && !reprint.differences().contains("subtitle dropped")) {
                others.add(negatives.of(paper, pairs.size()));
            }
        }
        elsewhere.forEach(paper -> others.add(differences.reprinted(paper)));
        others.addAll(pairs.values());
        Collections.shuffle(others, random);
        Path folder = Files.createTempDirectory("broadsheet-merging");
        try {
            List<Source> sources = new ArrayList<>();
            sources.add(FileSources.open(
                    PrintedFiles.lines(
                            here.stream().map(id -> arxiv.getOrDefault(id, "")).toList(),
                            folder.resolve("arxiv.jsonl")),
                    Format.ARXIV_JSON));
            for (Path file : PrintedFiles.write(others, folder)) {
                sources.add(FileSources.open(file, Format.AUTO));
            }
            MergedPairs merged = imported(sources, folder, random);
            return report("reprinted", String.valueOf(seed), merged, pairs);
        } finally {
            Folders.delete(folder);
        }
    }

    /** What is in both files; the daily lists come without identifiers. */
    private static String natural(Map<String, String> arxiv, Path daily) throws IOException {
        Path folder = Files.createTempDirectory("broadsheet-merging");
        try {
            Map<String, Printed> pairs = new TreeMap<>();
            Set<String> all = new LinkedHashSet<>();
            try (BufferedReader lines = lines(daily)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String id = JSON.readTree(line)
                            .path("item")
                            .path("paper")
                            .path("id")
                            .asString();
                    all.add(id);
                    if (arxiv.containsKey(id)) {
                        pairs.put(id, printed(arxiv.getOrDefault(id, "")));
                    }
                }
            }
            List<String> here = new ArrayList<>(arxiv.values()).subList(0, 20_000);
            Set<String> wanted = new LinkedHashSet<>(here);
            pairs.keySet().forEach(id -> wanted.add(arxiv.getOrDefault(id, "")));
            Source arxivs =
                    FileSources.open(PrintedFiles.lines(wanted, folder.resolve("arxiv.jsonl")), Format.ARXIV_JSON);
            // Those of the first lines that are on a daily list are pairs as well.
            Source nameless = new WithoutIdentifiers(FileSources.open(daily, Format.HUGGINGFACE));
            MergedPairs merged = imported(List.of(arxivs, nameless), folder, new Random(1));
            return report("in both files", "–", merged, pairs) + "      " + all.size() + " papers on daily lists";
        } finally {
            Folders.delete(folder);
        }
    }

    private static MergedPairs imported(List<Source> sources, Path folder, Random random) {
        List<Source> shuffled = new ArrayList<>(sources);
        Collections.shuffle(shuffled, random);
        try (Program program = Program.open(folder)) {
            Ingest ingest = program.ingest();
            for (Source source : shuffled) {
                System.err.println(ingest.run(source, progress -> {}, () -> false));
            }
            return MergedPairs.in(program.database());
        }
    }

    private static String report(String name, String seed, MergedPairs merged, Map<String, Printed> pairs) {
        Set<String> missed = new TreeSet<>(pairs.keySet());
        missed.removeAll(merged.found());
        double all = merged.right() + merged.wrong().size();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %d | %.4f | %.4f |%n",
                name,
                seed,
                pairs.size(),
                merged.right(),
                merged.wrong().size(),
                merged.right() / all,
                1 - missed.size() / (double) pairs.size());
        StringBuilder text = new StringBuilder("\n" + name + ", seed " + seed + "\n");
        merged.wrong().forEach(pair -> text.append("  wrong ").append(pair).append('\n'));
        Map<String, int[]> kinds = new TreeMap<>();
        pairs.forEach((id, paper) -> paper.differences().forEach(kind -> {
            int[] counts = kinds.computeIfAbsent(kind, any -> new int[2]);
            counts[0]++;
            counts[1] += missed.contains(id) ? 1 : 0;
        }));
        kinds.forEach((kind, counts) -> text.append("  %s: %d, missed %d%n".formatted(kind, counts[0], counts[1])));
        missed.stream()
                .limit(MISSES_SHOWN)
                .forEach(id -> text.append("  missed ").append(pairs.get(id)).append('\n'));
        return text.toString();
    }

    private static Printed printed(String line) {
        JsonNode node = JSON.readTree(line);
        List<String> authors = new ArrayList<>();
        node.path("authors").forEach(author -> authors.add(author.asString()));
        return new Printed(
                id(node),
                node.path("title").asString().replaceAll("\\s+", " ").strip(),
                authors,
                Integer.parseInt(node.path("date").asString().substring(0, 4)),
                node.path("abstract").asString().replaceAll("\\s+", " ").strip(),
                Set.of());
    }

    /** Some ids went through a table that took them for numbers. */
    private static String id(JsonNode node) {
        return SpreadsheetNames.restored(node.path("id").asString()).replaceFirst("v\\d+$", "");
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
    }
}
