package dev.broadsheet.source.file;

import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.UnreadableRecordException;

/** Reads the text of one entry. */
interface RecordFormat {
    /** @throws UnreadableRecordException if it is no record of a paper */
    SourceRecord read(String text) throws UnreadableRecordException;

    /** Whether others are numbered after the entry, so that it is read even where it is passed over. */
    default boolean counts(String text) {
        return false;
    }
}
