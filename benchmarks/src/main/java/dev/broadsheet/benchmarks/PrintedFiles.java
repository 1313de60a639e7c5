package dev.broadsheet.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes papers as the files that reference managers export. What each is in truth stands in a note. */
final class PrintedFiles {
    /** Stands before what a record is in truth, in the field for notes, which no matching reads. */
    static final String TRUTH = "truth=";

    private static final Pattern BARE = Pattern.compile("(?<!\\\\)([&%#])");

    private PrintedFiles() {}

    /** Half as CSV, half as BibTeX, but for what has braces that BibTeX could not part. */
    static List<Path> write(List<Printed> papers, Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("title,authors,year,abstract,comments\n");
        StringBuilder bibtex = new StringBuilder();
        int number = 0;
        for (Printed paper : papers) {
            number++;
            if (number % 2 == 0 || !isBalanced(paper)) {
                csv.append(row(
                        paper.title(),
                        String.join("; ", paper.authors()),
                        String.valueOf(paper.year()),
                        paper.abstractText(),
                        TRUTH + paper.truth()));
            } else {
                bibtex.append("@article{key").append(number).append(",\n");
                bibtex.append(field("title", paper.title()));
                String more = paper.differences().contains("et al.") ? " and others" : "";
                bibtex.append(field("author", String.join(" and ", paper.authors()) + more));
                bibtex.append(field("year", String.valueOf(paper.year())));
                if (!paper.abstractText().isEmpty()) {
                    bibtex.append(field("abstract", paper.abstractText()));
                }
                bibtex.append(field("note", TRUTH + paper.truth())).append("}\n\n");
            }
        }
        return List.of(
                Files.writeString(folder.resolve("papers.csv"), csv),
                Files.writeString(folder.resolve("papers.bib"), bibtex));
    }

    /** Some lines of the file as they stand. */
    static Path lines(Iterable<String> lines, Path file) {
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(String... fields) {
        List<String> quoted = new ArrayList<>();
        for (String field : fields) {
            quoted.add("\"" + field.replace("\"", "\"\"") + "\"");
        }
        return String.join(",", quoted) + "\n";
    }

    private static String field(String name, String value) {
        return "  " + name + " = {" + BARE.matcher(value).replaceAll("\\\\$1") + "},\n";
    }

    private static boolean isBalanced(Printed paper) {
        int depth = 0;
        for (char letter : (paper.title() + paper.authors() + paper.abstractText()).toCharArray()) {
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        // "and" parts names, and a comma of a collaboration's name would turn it round.
        return depth == 0 && !paper.title().contains("@") && !paper.title().endsWith("\\");
    }
}
