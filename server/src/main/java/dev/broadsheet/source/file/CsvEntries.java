package dev.broadsheet.source.file;

import dev.broadsheet.source.UnreadableFileException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file below its header; a row goes on over line ends between quotes. */
final class CsvEntries implements Entries {
    private final Lines lines;
    private final String header;
    private long position;
    private boolean tooLong;

    CsvEntries(Lines lines, String title) throws IOException {
        this.lines = lines;
        String first = row();
        while (first != null && first.isBlank()) {
            first = row();
        }
        if (first == null || !CsvFormat.isHeader(first)) {
            throw new UnreadableFileException(
                    title + " has no header row that names a title column, without which a CSV file cannot be read.");
        }
        header = first;
    }

    String header() {
        return header;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        long startLine = lines.number() + 1;
        String row = row();
        while (row != null && row.isBlank()) {
            startLine = lines.number() + 1;
            row = row();
        }
        if (row == null) {
            return null;
        }
        position++;
        boolean open = quotes(row) % 2 != 0;
        return new Entry(
                row,
                "line " + startLine,
                position,
                tooLong ? Entry.TOO_LONG : open ? "a quote is not closed at the end of the file" : null);
    }

    private @Nullable String row() throws IOException {
        tooLong = false;
        String line = lines.next();
        if (line == null) {
            return null;
        }
        tooLong = lines.tooLong();
        long quotes = quotes(line);
        if (quotes % 2 == 0 || tooLong) {
            return line;
        }
        StringBuilder row = new StringBuilder(line);
        while (quotes % 2 != 0) {
            line = lines.next();
            if (line == null) {
                break;
            }
            tooLong |= lines.tooLong() || row.length() + line.length() > Entry.LONGEST;
            if (!tooLong) {
                row.append('\n').append(line);
            }
            quotes += quotes(line);
        }
        return row.toString();
    }

    private static long quotes(String text) {
        return text.chars().filter(letter -> letter == '"').count();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
