package dev.broadsheet.source.paged;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.util.function.Supplier;

/** What a reading has to say, before it is known where to go on after it. */
@FunctionalInterface
public interface Finding {
    /** So much of an entry that cannot be read is shown. */
    int SHOWN = 500;

    /** The same with the place where to go on. */
    Source.Item at(String cursor);

    /** Reads one entry. */
    @FunctionalInterface
    interface EntryReader {
        /** @throws UnreadableRecordException if the entry does not hold a record, with the reason */
        SourceRecord read() throws UnreadableRecordException;
    }

    /**
     * The record in an entry, or why there is none. Whatever the reader throws, one entry does not end
     * a harvest: fields may be of any type, from anyone.
     *
     * @param place which entry it is, for a person
     * @param raw the entry as it came, asked for only if it cannot be read
     */
    static Finding of(String place, Supplier<String> raw, EntryReader reader) {
        try {
            SourceRecord record = reader.read();
            return cursor -> new Source.Received(record, cursor);
        } catch (UnreadableRecordException e) {
            return rejected(place, e.reason(), raw.get());
        } catch (RuntimeException | StackOverflowError e) {
            return rejected(place, "cannot be read: " + e.getClass().getSimpleName(), raw.get());
        }
    }

    /** An entry that is not taken. */
    static Finding rejected(String place, String reason, String raw) {
        String shown = Text.clean(raw.substring(0, Math.min(raw.length(), SHOWN)));
        return cursor -> new Source.Rejected(place, reason, shown, cursor);
    }
}
