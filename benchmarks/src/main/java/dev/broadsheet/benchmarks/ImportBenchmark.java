package dev.broadsheet.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Import of a gzipped JSON-lines file until its papers are found by words, against a bare Lucene
 * loop over the same records, each in a process of its own, in alternating rounds.
 *
 * <p>{@code benchmarks/run ImportBenchmark FILE [ROUNDS]}
 */
public final class ImportBenchmark {
    private ImportBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("--bare")) {
            bareLucene(Path.of(arguments[1]), Path.of(arguments[2]));
            return;
        }
        Path file = Path.of(arguments[0]).toAbsolutePath();
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        long records = countLines(file);
        List<Run> bare = new ArrayList<>();
        List<Run> product = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            bare.add(inScratch(
                    folder -> List.of(ImportBenchmark.class.getName(), "--bare", file.toString(), folder.toString())));
            product.add(inScratch(folder ->
                    List.of("dev.broadsheet.Broadsheet", "import", file.toString(), "--data", folder.toString())));
        }
        System.out.println("| " + records + " records, " + rounds
                + " rounds | seconds (median, spread) | records a second" + " | peak resident MB | on disk MB |");
        System.out.println("|---|---|---|---|---|");
        row("bare Lucene loop", bare, records);
        row("broadsheet import", product, records);
        System.out.printf(
                Locale.ROOT, "%nSpeed against the bare loop: %.2f%n", median(bare).seconds / median(product).seconds);
    }

    private record Run(double seconds, long peakKilobytes, long bytes) {}

    private interface CommandLine {
        List<String> of(Path folder);
    }

    private static void bareLucene(Path file, Path folder) throws IOException {
        JsonMapper json = new JsonMapper();
        try (EnglishAnalyzer analyzer = new EnglishAnalyzer();
                FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer =
                        new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(128));
                BufferedReader lines = lines(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode record = json.readTree(line);
                Document document = new Document();
                document.add(new StringField("id", record.get("id").asString(), Field.Store.YES));
                document.add(new TextField(
                        "text",
                        record.get("title").asString() + " "
                                + record.get("abstract").asString(),
                        Field.Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
        }
    }

    private static Run inScratch(CommandLine command) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("broadsheet-benchmark");
        try {
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx900m",
                    "-XX:+UseCompactObjectHeaders",
                    "--add-modules",
                    "jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path")));
            line.addAll(command.of(folder));
            long started = System.nanoTime();
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long peak = 0;
            while (process.isAlive()) {
                peak = Math.max(peak, peakOf(process.pid()));
                Thread.sleep(50);
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            if (process.exitValue() != 0) {
                throw new IllegalStateException("exit " + process.exitValue() + ": " + line);
            }
            return new Run(seconds, peak, Folders.size(folder));
        } finally {
            Folders.delete(folder);
        }
    }

    private static long peakOf(long process) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static void row(String name, List<Run> runs, long records) {
        double[] seconds = runs.stream().mapToDouble(Run::seconds).sorted().toArray();
        Run median = median(runs);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f (%.1f–%.1f) | %,d | %,d | %,d |%n",
                name,
                median.seconds,
                seconds[0],
                seconds[seconds.length - 1],
                Math.round(records / median.seconds),
                runs.stream().mapToLong(Run::peakKilobytes).max().orElse(0) / 1024,
                median.bytes / 1_000_000);
    }

    private static Run median(List<Run> runs) {
        Run[] sorted = runs.toArray(new Run[0]);
        Arrays.sort(sorted, (a, b) -> Double.compare(a.seconds, b.seconds));
        return sorted[sorted.length / 2];
    }

    private static long countLines(Path file) throws IOException {
        try (BufferedReader lines = lines(file)) {
            return lines.lines().count();
        }
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
    }
}
