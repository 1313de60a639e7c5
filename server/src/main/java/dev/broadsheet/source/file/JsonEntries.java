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
 * A text that is not closed in its line costs its element only, where elements begin or end a line
 * that is indented no further; in an array without line ends it costs the rest.
 */
final class JsonEntries implements Entries {
    private final InputStream stream;
    private final ByteArrayOutputStream element = new ByteArrayOutputStream();
    private long position;
    private long line = 1;
    private boolean inArray;
    private boolean lineStart = true;
    private boolean beginsLine;
    private int indent;
    private boolean afterReturn;
    private int putBack = -1;

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
            return entry("", "the array is not closed: the file may not be complete", line);
        }
        return null;
    }

    /** Reads what parts two elements; the first byte of the next one, or -1. */
    private int between() throws IOException {
        for (int next = read(); next >= 0; next = read()) {
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
        boolean brokenText = false;
        int ownIndent = indent;
        long ownLine = line;
        for (int next = first; next >= 0; next = read()) {
            if (brokenText && beginsLine && indent <= ownIndent && (next == '{' || next == '}')) {
                putBack = next == '{' ? next : -1;
                break;
            }
            if (depth == 0 && !inString && element.size() > 0 && (next == ',' || next == ']')) {
                inArray &= next != ']';
                break;
            }
            tooLong |= element.size() >= Entry.LONGEST;
            if (!tooLong) {
                element.write(next);
            }
            if (inString) {
                brokenText |= next == '\n';
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
            return entry(text, Entry.TOO_LONG, ownLine);
        }
        if (brokenText) {
            return entry(text, "a text is not closed in its line", ownLine);
        }
        return entry(text, depth > 0 || inString ? "not closed: the file may not be complete" : null, ownLine);
    }

    private int read() throws IOException {
        if (putBack >= 0) {
            int next = putBack;
            putBack = -1;
            return next;
        }
        int next = stream.read();
        if (next == '\r' || (next == '\n' && !afterReturn)) {
            line++;
        }
        afterReturn = next == '\r';
        if (next == '\n') {
            indent = 0;
            lineStart = true;
            beginsLine = false;
        } else if (lineStart && isSpace(next)) {
            indent++;
        } else {
            beginsLine = lineStart;
            lineStart = false;
        }
        return next;
    }

    private Entry entry(String text, @Nullable String fault, long first) {
        position++;
        return new Entry(text, "line " + first + ", entry " + position, position, fault);
    }

    private static boolean isSpace(int next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
