package dev.broadsheet.source.file;

import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Reading;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One pass over a file. */
final class FileReading implements Reading {
    private final FileContent content;
    private final CountedStream counted;
    private final long size;

    FileReading(FileContent content, CountedStream counted, long size, long position) throws IOException {
        this.content = content;
        this.counted = counted;
        this.size = size;
        passOver(position);
    }

    @Override
    public @Nullable Item next() throws IOException {
        Entry entry = content.entries().next();
        return entry == null ? null : item(entry);
    }

    /** Goes to where an entry ended. Positions may leave numbers out, as those of empty lines. */
    private void passOver(long position) throws IOException {
        long reached = 0;
        while (reached < position) {
            Entry entry = content.entries().next();
            if (entry == null) {
                return;
            }
            if (content.format().counts(entry.text())) {
                item(entry);
            }
            reached = entry.position();
        }
    }

    private Item item(Entry entry) {
        String cursor = Long.toString(entry.position());
        if (entry.fault() != null) {
            return new Rejected(entry.place(), entry.fault(), beginning(entry.text()), cursor);
        }
        try {
            return new Received(content.format().read(entry.text()), cursor);
        } catch (UnreadableRecordException e) {
            return new Rejected(entry.place(), e.reason(), beginning(entry.text()), cursor);
        } catch (RuntimeException | StackOverflowError e) {
            // The parsers are other people's and the text is anyone's: one record must not end an import.
            String reason = "cannot be read: " + e.getClass().getSimpleName();
            return new Rejected(entry.place(), reason, beginning(entry.text()), cursor);
        }
    }

    @Override
    public long done() {
        return counted.count();
    }

    @Override
    public long total() {
        return size;
    }

    @Override
    public void close() throws IOException {
        content.entries().close();
    }

    private static String beginning(String text) {
        return Text.clean(text.substring(0, Math.min(text.length(), Entry.SHOWN)));
    }
}
