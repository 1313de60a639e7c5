package dev.broadsheet.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 text, which end as on any system: {@code \n}, {@code \r\n} or {@code \r}. A line that
 * is too long is read to its end but not kept.
 */
final class Lines implements AutoCloseable {
    private final InputStream stream;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] line = new byte[8192];
    private int length;
    private long number;
    private boolean tooLong;
    private boolean afterReturn;

    Lines(InputStream stream) {
        this.stream = stream;
    }

    /** The next line without its end, or null; of a line that is too long its beginning. */
    @Nullable String next() throws IOException {
        return advance() ? text() : null;
    }

    /** The number of the line last read, from 1. */
    long number() {
        return number;
    }

    boolean tooLong() {
        return tooLong;
    }

    private boolean advance() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (position < limit || fill()) {
            if (afterReturn) {
                afterReturn = false;
                if (buffer[position] == '\n') {
                    position++;
                    continue;
                }
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            append(end);
            position = end;
            if (end < limit) {
                afterReturn = buffer[end] == '\r';
                position++;
                break;
            }
        }
        if (any) {
            number++;
        }
        return any;
    }

    private void append(int end) {
        int count = end - position;
        if (tooLong) {
            return;
        }
        if (length + count > Entry.LONGEST) {
            tooLong = true;
            length = Math.min(length, Entry.SHOWN * 4);
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, Math.min(Entry.LONGEST, line.length * 2)));
        }
        System.arraycopy(buffer, position, line, length, count);
        length += count;
    }

    private String text() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        if (line.length > 1 << 20) {
            line = new byte[8192];
        }
        return text;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, stream.read(buffer));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
