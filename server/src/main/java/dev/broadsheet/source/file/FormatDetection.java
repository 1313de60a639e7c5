package dev.broadsheet.source.file;

import dev.broadsheet.source.Format;
import dev.broadsheet.source.UnreadableFileException;
import java.util.regex.Pattern;

/** Tells from the beginning of a file what it holds. */
final class FormatDetection {
    private static final Pattern BIBTEX = Pattern.compile("(?m)^[ \\t\\uFEFF]*+@[A-Za-z]++\\s*+[{(]");
    private static final Pattern RIS = Pattern.compile("(?m)^[ \\t\\uFEFF]*+TY {1,2}+-");
    private static final Pattern JSON_LINE = Pattern.compile("(?m)^[ \\t]*\\{.*\\}[ \\t\\r]*$");

    private static final Pattern JSON_LINE_NOT_INDENTED = Pattern.compile("(?m)^\\{.*\\}[ \\t\\r]*+$");

    private FormatDetection() {}

    /** The format; {@link Format#AUTO} for JSON, where each record shows by itself of which kind it is. */
    static Format of(String start, String title) throws UnreadableFileException {
        String text = start.stripLeading();
        // First those that nothing else looks like: a remark before their first entry may begin with a brace.
        if (BIBTEX.matcher(text).find()) {
            return Format.BIBTEX;
        }
        if (RIS.matcher(text).find()) {
            return Format.RIS;
        }
        if (text.isEmpty() || text.startsWith("{") || text.startsWith("[")) {
            return Format.AUTO;
        }
        if (CsvFormat.isHeader(text.lines().findFirst().orElse(""))) {
            return Format.CSV;
        }
        if (JSON_LINE.matcher(text).find()) {
            return Format.AUTO;
        }
        throw new UnreadableFileException(title
                + (text.startsWith("PK\u0003\u0004")
                        ? " is a zip archive. Unpack it and import the file in it."
                        : " is in no format that Broadsheet knows (JSON, BibTeX, RIS, or CSV with a header row"
                                + " that names a title column). If it is one, name it with --format."));
    }

    /** Whether JSON has one record a line, rather than an array or a record over many lines. */
    static boolean isOneALine(String start) {
        String text = start.stripLeading();
        if (!text.startsWith("{")) {
            return !text.startsWith("[");
        }
        String first = text.lines().findFirst().orElse("");
        // The first line may be broken, so that any other may show it. One without an end is a long line.
        return first.length() == text.length()
                || first.strip().endsWith("}")
                || JSON_LINE_NOT_INDENTED
                        .matcher(text)
                        .region(first.length(), text.length())
                        .find();
    }
}
