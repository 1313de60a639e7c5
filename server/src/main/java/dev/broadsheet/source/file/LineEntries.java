package dev.broadsheet.source.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One entry a line; empty lines are passed over. The position is the line's number. */
final class LineEntries implements Entries {
    private final Lines lines;

    LineEntries(Lines lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                return new Entry(
                        line, "line " + lines.number(), lines.number(), lines.tooLong() ? Entry.TOO_LONG : null);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
