package dev.broadsheet.source.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a JSON array, or objects one after the other, found by counting brackets: a
 * parser for the whole would lose the rest with the first mistake, or hold an element of any size.
 */
final class JsonEntries implements Entries {
    private final InputStream stream;
    private final ByteArrayOutputStream element = new ByteArrayOutputStream();
    private long position;
    private boolean inArray;

    JsonEntries(InputStream stream) {
        this.stream = new BufferedInputStream(stream, 1 << 16);
    }

    @Override
    public @Nullable Entry next() throws IOException {
        int first = between();
        if (first >= 0) {
            return element(first);
        }
        if (inArray) {
            inArray = false;
            return entry("", "the array is not closed: the file may not be complete");
        }
        return null;
    }

    /** Reads what parts two elements; the first byte of the next one, or -1. */
    private int between() throws IOException {
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            if (next == '[' && !inArray) {
                inArray = true;
            } else if (next == ']') {
                inArray = false;
            } else if (next != ',' && !isSpace(next)) {
                return next;
            }
        }
        return -1;
    }

    private Entry element(int first) throws IOException {
        element.reset();
        int depth = 0;
        boolean inString = false;
        boolean escaped = false;
        boolean tooLong = false;
        for (int next = first; next >= 0; next = stream.read()) {
            if (depth == 0 && !inString && element.size() > 0 && (next == ',' || next == ']')) {
                inArray &= next != ']';
                break;
            }
            tooLong |= element.size() >= Entry.LONGEST;
            if (!tooLong) {
                element.write(next);
            }
            if (inString) {
                inString = escaped || next != '"';
                escaped = !escaped && next == '\\';
            } else if (next == '"') {
                inString = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (depth > 0 && (next == '}' || next == ']') && --depth == 0) {
                break;
            }
        }
        String text = element.toString(StandardCharsets.UTF_8);
        if (tooLong) {
            return entry(text, Entry.TOO_LONG);
        }
        return entry(text, depth > 0 || inString ? "not closed: the file may not be complete" : null);
    }

    private Entry entry(String text, @Nullable String fault) {
        position++;
        return new Entry(text, "entry " + position, position, fault);
    }

    private static boolean isSpace(int next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
