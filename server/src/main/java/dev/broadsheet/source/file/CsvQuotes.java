package dev.broadsheet.source.file;

/**
 * Where the fields of a CSV row are quoted, followed line by line as FastCSV sees it: a quote opens
 * at the beginning of a field only and is a letter elsewhere ({@code The 5" telescope}).
 */
final class CsvQuotes {
    private final char separator;
    private boolean open;

    CsvQuotes(char separator) {
        this.separator = separator;
    }

    /** Follows another line of the row; whether the row goes on in the next one. */
    boolean goesOnAfter(String line) {
        boolean atStart = !open;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (!open) {
                open = atStart && letter == '"';
                atStart = letter == separator;
            } else if (letter == '"') {
                if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else {
                    open = false;
                }
            }
        }
        return open;
    }
}
