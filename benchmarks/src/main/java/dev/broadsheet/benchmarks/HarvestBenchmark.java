package dev.broadsheet.benchmarks;

import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.IngestReport;
import dev.broadsheet.program.Program;
import dev.broadsheet.source.HostRule;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.arxiv.ArxivSource;
import dev.broadsheet.source.http.PoliteFetcher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Harvest of arXiv's OAI-PMH listing from a server on this machine, the pauses set to zero: the bare
 * XML parser over the pages, our reading of them into records, and the harvest into a fresh
 * catalogue, each in a process of its own, in alternating rounds.
 *
 * <p>{@code benchmarks/run HarvestBenchmark FILE.jsonl.gz [ROUNDS]}
 */
public final class HarvestBenchmark {
    private static final LocalDate LAST = LocalDate.of(2026, 7, 1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-02T12:00:00Z"), ZoneOffset.UTC);
    private static final String HEAP = "-Xmx512m";

    private HarvestBenchmark() {}

    private enum Phase {
        BARE("bare XML parser"),
        READ("read into records"),
        HARVEST("harvest into a catalogue");

        private final String title;

        Phase(String title) {
            this.title = title;
        }
    }

    private record Run(double seconds, long records, long peakKilobytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException, XMLStreamException {
        if (arguments[0].startsWith("--")) {
            measure(Phase.valueOf(arguments[0].substring(2)), URI.create(arguments[1]), Path.of(arguments[2]));
            return;
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path pages = Files.createTempDirectory("broadsheet-pages");
        try {
            List<String> submitted = ListingServer.render(Path.of(arguments[0]), pages);
            int records = submitted.size();
            long bytes = Folders.size(pages);
            Map<Phase, List<Run>> runs = new EnumMap<>(Phase.class);
            try (ListingServer server = new ListingServer(pages, submitted)) {
                for (int round = 0; round < rounds; round++) {
                    for (Phase phase : Phase.values()) {
                        Run run = inScratch(phase, server.listing());
                        if (run.records != records) {
                            throw new IllegalStateException(phase + " had " + run.records + " records of " + records);
                        }
                        runs.computeIfAbsent(phase, key -> new ArrayList<>()).add(run);
                    }
                }
            }
            print(runs, records, bytes, rounds);
        } finally {
            Folders.delete(pages);
        }
    }

    private static void print(Map<Phase, List<Run>> runs, int records, long bytes, int rounds) {
        System.out.printf(
                Locale.ROOT,
                "| %,d records, %,d MB, %d rounds, %s | seconds (median, spread) | records a second | of the bare parser |"
                        + " peak resident MB |%n|---|---|---|---|---|%n",
                records,
                bytes / 1_000_000,
                rounds,
                HEAP);
        double bare = seconds(runs.getOrDefault(Phase.BARE, List.of())).median();
        runs.forEach((phase, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | %.2f | %,d |%n",
                phase.title,
                seconds(all),
                Math.round(records / seconds(all).median()),
                bare / seconds(all).median(),
                all.stream().mapToLong(Run::peakKilobytes).max().orElse(0) / 1024));
    }

    private static Spread seconds(List<Run> runs) {
        return new Spread(runs.stream().mapToDouble(Run::seconds).toArray());
    }

    private static Run inScratch(Phase phase, URI address) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("broadsheet-benchmark");
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-XX:+UseCompactObjectHeaders",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HarvestBenchmark.class.getName(),
                            "--" + phase,
                            address.toString(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(phase + " failed: " + output);
            }
            String[] words =
                    output.substring(output.lastIndexOf("measured ")).strip().split(" ");
            return new Run(Double.parseDouble(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
        } finally {
            Folders.delete(folder);
        }
    }

    private static void measure(Phase phase, URI address, Path folder)
            throws IOException, InterruptedException, XMLStreamException {
        long started = System.nanoTime();
        long records = switch (phase) {
            case BARE -> bare(address);
            case READ -> read(address);
            case HARVEST -> harvest(address, folder);
        };
        System.out.printf(Locale.ROOT, "measured %.3f %d %d%n", (System.nanoTime() - started) / 1e9, records, peak());
    }

    private static long bare(URI address) throws IOException, InterruptedException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        long records = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = "0";
            while (!token.isEmpty()) {
                byte[] page = client.send(
                                HttpRequest.newBuilder(URI.create(address + "?resumptionToken=" + token))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body();
                XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(page));
                token = "";
                boolean inToken = false;
                while (reader.hasNext()) {
                    switch (reader.next()) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            records += reader.getLocalName().equals("record") ? 1 : 0;
                            inToken = reader.getLocalName().equals("resumptionToken");
                        }
                        case XMLStreamConstants.CHARACTERS -> {
                            String text = reader.getText();
                            token = inToken ? token + text.strip() : token;
                        }
                        default -> {
                            // nothing to be had from it
                        }
                    }
                }
            }
        }
        return records;
    }

    private static long read(URI address) throws IOException {
        Map<String, HostRule> hosts = new ConcurrentHashMap<>();
        long records = 0;
        try (PoliteFetcher fetcher = PoliteFetcher.of(hosts, "benchmark", "", Clock.systemUTC())) {
            for (Source source : source(address, hosts, fetcher).changes(ListingServer.FIRST, LAST)) {
                try (Source.Reading reading = source.open(null)) {
                    for (Source.Item item = reading.next(); item != null; item = reading.next()) {
                        records += item instanceof Source.Received ? 1 : 0;
                    }
                }
            }
        }
        return records;
    }

    private static long harvest(URI address, Path folder) {
        Map<String, HostRule> hosts = new ConcurrentHashMap<>();
        try (Program program = Program.open(folder);
                PoliteFetcher fetcher = PoliteFetcher.of(hosts, "benchmark", "", Clock.systemUTC())) {
            Ingest ingest = program.ingest();
            for (Source source : source(address, hosts, fetcher).changes(ListingServer.FIRST, LAST)) {
                IngestReport report = ingest.run(source, progress -> {}, () -> false);
                if (report.problem() != null) {
                    throw new IllegalStateException(report.problem());
                }
            }
            return program.catalogue().size();
        }
    }

    private static LiveSource source(URI address, Map<String, HostRule> hosts, PoliteFetcher fetcher) {
        List<String> mistakes = new ArrayList<>();
        Map<String, String> settings = Map.of(
                "categories",
                "cs",
                "pause",
                "0",
                "oai",
                address.toString(),
                "api",
                ListingServer.query(address).toString());
        LiveSource source = ArxivSource.of(new SourceOptions("arxiv", settings, mistakes, hosts), fetcher, CLOCK);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.toString());
        }
        return source;
    }

    private static long peak() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
