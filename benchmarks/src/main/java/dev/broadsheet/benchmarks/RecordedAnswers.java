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
    private static final Map<String, Reader> READERS = new TreeMap<>(Map.of(
            "arxiv_oai", ArxivAnswers::listing,
            "arxiv_atom", ArxivAnswers::papers,
            "arxiv_rss", ArxivAnswers::feed,
            "awkward_arxiv_records.jsonl", ArxivAnswers::awkward,
            "oai_generic", ArxivAnswers::repository));

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
        for (Map.Entry<String, Reader> kind : READERS.entrySet()) {
            if (!kinds.isEmpty() && !kinds.contains(kind.getKey())) {
                continue;
            }
            for (Path file : files(folder.resolve(kind.getKey()))) {
                ReadAnswer read = kind.getValue().read(file);
                System.out.println("| " + folder.relativize(file) + " | " + read.records() + " | " + read.announced()
                        + " | " + String.join("; ", read.reasons()).replace("|", "\\|") + " |");
                parsed += read.reasons().isEmpty() ? 1 : 0;
                refused += read.reasons().isEmpty() ? 0 : 1;
            }
        }
        System.out.println();
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
