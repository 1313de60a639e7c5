package dev.broadsheet.source.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a RIS file, each from {@code TY} to {@code ER}, the next {@code TY} or the end. Lines
 * without a tag before the first entry, as data bases write them, are passed over.
 */
final class RisEntries implements Entries {
    private final Lines lines;
    private @Nullable String pending;
    private long position;

    RisEntries(Lines lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        String line = pending != null ? pending : lines.next();
        pending = null;
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        long startLine = lines.number();
        boolean tooLong = false;
        boolean tagged = false;
        StringBuilder text = new StringBuilder();
        while (line != null) {
            tooLong |= lines.tooLong() || text.length() + line.length() > Entry.LONGEST;
            if (!tooLong || text.isEmpty()) {
                text.append(line).append('\n');
            }
            tagged |= RisFormat.isTagged(line);
            if (RisFormat.isTag(line, "ER")) {
                break;
            }
            line = lines.next();
            if (line != null && RisFormat.isTag(line, "TY")) {
                if (position == 0 && !tagged) {
                    text.setLength(0);
                    tooLong = false;
                    startLine = lines.number();
                    continue;
                }
                pending = line;
                break;
            }
        }
        position++;
        return new Entry(text.toString(), "line " + startLine, position, tooLong ? Entry.TOO_LONG : null);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
