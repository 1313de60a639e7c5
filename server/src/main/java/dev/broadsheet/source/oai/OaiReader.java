package dev.broadsheet.source.oai;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one repository's records mean. One for each reading of a listing; for one thread. */
public interface OaiReader {

    /** Makes the reader of a reading. */
    interface Factory {
        /** @param memory as an earlier reader of this listing left it, null at the beginning */
        OaiReader reader(@Nullable String memory);
    }

    /**
     * How a listing ended.
     *
     * @param at when its first page was asked for
     * @param counted whether the repository said how many records the listing has, and gave so many
     */
    record End(Instant at, boolean counted) {}

    /** Whether anyone wants the record; others are counted and passed over. */
    boolean wanted(OaiRecord record);

    /**
     * The record.
     *
     * @throws UnreadableRecordException if it is none
     */
    SourceRecord read(OaiRecord record) throws UnreadableRecordException;

    /**
     * What was announced with the record, also where the rest of it cannot be read. Called once for
     * each, after {@link #wanted}.
     *
     * @throws UnreadableRecordException if nobody can tell on which days it was: none is whole then
     */
    List<Announcement> announced(OaiRecord record) throws UnreadableRecordException;

    /**
     * What a later reader must know to go on after the last record; empty for nothing. Asked where a
     * page ends: records of a page that is gone on with are shown to the later reader again.
     */
    String memory();

    /** How many tallies there may be at the end. */
    int tallies();

    /**
     * One of them, or null where nothing can be claimed. Asked in order.
     *
     * @throws ShortListingException if the listing must be read anew to find out
     * @throws dev.broadsheet.source.NotYetException if that cannot be known as early as this
     * @throws IOException if that cannot be found out now
     */
    @Nullable Tally tally(int index, End end) throws IOException;

    /**
     * At which tally a later reader goes on when so many are done: before the first that must be asked
     * for again.
     */
    default int askedAgainFrom(int done) {
        return done;
    }
}
