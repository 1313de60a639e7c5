package dev.broadsheet.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads recorded answers of live services, as the sources would, and says of each file how many
 * records it gave and why what was refused was refused. A source that is new adds a line to the table
 * of readers.
 *
 * <p>{@code benchmarks/run RecordedAnswers FOLDER [KIND…]} where the folder has one folder a kind.
 */
public final class RecordedAnswers {
    /** What reads the answers in a folder of that name. */
    private static final Map<String, Reader> READERS = new TreeMap<>(Map.ofEntries(
            Map.entry("arxiv_oai", ArxivAnswers::listing),
            Map.entry("arxiv_atom", ArxivAnswers::papers),
            Map.entry("arxiv_rss", ArxivAnswers::feed),
            Map.entry("awkward_arxiv_records.jsonl", ArxivAnswers::awkward),
            Map.entry("biorxiv", ServiceAnswers::biorxiv),
            Map.entry("crossref", ServiceAnswers::crossref),
            Map.entry("datacite", ServiceAnswers::dataCite),
            Map.entry("oai_generic", ArxivAnswers::repository),
            Map.entry("openalex", ServiceAnswers::openAlex),
            Map.entry("paperqa_cassettes", ServiceAnswers::cassette),
            Map.entry("pubmed", ServiceAnswers::pubmed),
            Map.entry("semanticscholar", ServiceAnswers::semanticScholar)));

    private RecordedAnswers() {}

    /** Reads one file. */
    interface Reader {
        ReadAnswer read(Path file) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> kinds = List.of(arguments).subList(1, arguments.length);
        System.out.println("| file | records | announced | refused |");
        System.out.println("|---|---|---|---|");
        int parsed = 0;
        int refused = 0;
        StringBuilder summary = new StringBuilder("| kind | files | records | read whole | refused, or in part |\n");
        summary.append("|---|---|---|---|---|\n");
        for (Map.Entry<String, Reader> kind : READERS.entrySet()) {
            if (!kinds.isEmpty() && !kinds.contains(kind.getKey())) {
                continue;
            }
            int records = 0;
            int parsedBefore = parsed;
            int refusedBefore = refused;
            for (Path file : files(folder.resolve(kind.getKey()))) {
                ReadAnswer read = kind.getValue().read(file);
                System.out.println("| " + folder.relativize(file) + " | " + read.records() + " | " + read.announced()
                        + " | " + String.join("; ", read.reasons()).replace("|", "\\|") + " |");
                records += read.records();
                parsed += read.reasons().isEmpty() ? 1 : 0;
                refused += read.reasons().isEmpty() ? 0 : 1;
            }
            int whole = parsed - parsedBefore;
            int part = refused - refusedBefore;
            summary.append("| %s | %d | %d | %d | %d |%n".formatted(kind.getKey(), whole + part, records, whole, part));
        }
        System.out.println();
        System.out.println(summary);
        System.out.println(parsed + " files read whole, " + refused + " with something refused");
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !recordedBeside(file)).sorted().toList();
        }
    }

    /** Some answers are there twice: as the tool wrote them that recorded them, and bare. */
    private static boolean recordedBeside(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && Files.exists(file.resolveSibling(name.replaceFirst("json$", "xml")));
    }
}
