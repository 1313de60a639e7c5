package dev.broadsheet.source.file;

import dev.broadsheet.source.UnreadableFileException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file below its header; a row goes on over line ends between quotes. Where a
 * quote is not closed to the end of the file, only its own line is a bad row: those it swallowed
 * are read again.
 */
final class CsvEntries implements Entries {
    /** After so many quotes that are not closed each line is a row, lest every one reads the rest again. */
    private static final int MOST_UNCLOSED = 20;

    private final Lines lines;
    private final String header;
    private final char separator;
    private String again = "";
    private int againFrom;
    private long number;
    private int unclosed;
    private long position;
    private @Nullable String fault;

    CsvEntries(Lines lines, String title) throws IOException {
        this.lines = lines;
        String first = line();
        while (first != null && first.isBlank()) {
            first = line();
        }
        if (first == null) {
            first = "";
        }
        header = row(first, CsvFormat.separator(first));
        separator = CsvFormat.separator(header);
        if (!CsvFormat.isHeader(header)) {
            throw new UnreadableFileException(
                    title + " has no header row that names a title column, without which a CSV file cannot be read.");
        }
    }

    String header() {
        return header;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        String first = line();
        while (first != null && first.isBlank()) {
            first = line();
        }
        if (first == null) {
            return null;
        }
        position++;
        String place = "line " + number;
        String row = row(first, separator);
        return new Entry(row, place, position, fault);
    }

    /** The row that begins with the line; sets the fault. */
    private String row(String first, char parts) throws IOException {
        fault = lines.tooLong() ? Entry.TOO_LONG : null;
        CsvQuotes quotes = new CsvQuotes(parts);
        if (!quotes.goesOnAfter(first) || fault != null) {
            return first;
        }
        long firstNumber = number;
        boolean tooLong = false;
        StringBuilder row = new StringBuilder(first);
        boolean open = true;
        while (open && unclosed < MOST_UNCLOSED) {
            String line = line();
            if (line == null) {
                break;
            }
            tooLong |= lines.tooLong() || row.length() + line.length() > Entry.LONGEST;
            if (!tooLong) {
                row.append('\n').append(line);
            }
            open = quotes.goesOnAfter(line);
        }
        if (tooLong) {
            fault = Entry.TOO_LONG;
        } else if (open) {
            fault = "a quote is not closed";
            unclosed++;
            if (row.length() > first.length()) {
                again = row.substring(first.length() + 1) + "\n";
                againFrom = 0;
                number = firstNumber;
            }
            return first;
        }
        return row.toString();
    }

    private @Nullable String line() throws IOException {
        if (againFrom < again.length()) {
            int end = again.indexOf('\n', againFrom);
            String line = again.substring(againFrom, end);
            againFrom = end + 1;
            number++;
            return line;
        }
        again = "";
        againFrom = 0;
        String line = lines.next();
        number = lines.number();
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
