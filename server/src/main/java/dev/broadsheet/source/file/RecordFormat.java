package dev.broadsheet.source.file;

import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.UnreadableRecordException;

/** Reads the text of one entry. */
interface RecordFormat {
    /** @throws UnreadableRecordException if it is no record of a paper */
    SourceRecord read(String text) throws UnreadableRecordException;

    /** Whether what an entry means depends on those before it, so that none may be passed over unread. */
    default boolean readsInOrder() {
        return false;
    }
}
