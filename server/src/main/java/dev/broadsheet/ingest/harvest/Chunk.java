package dev.broadsheet.ingest.harvest;

import dev.broadsheet.ingest.filing.PreparedRecord;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that are written in the same transaction.
 *
 * @param announcements what the source announced among them
 * @param tallies what the source counted up to here
 * @param cursor where to go on after them, null if there are none
 * @param done of the source, with them
 * @param last whether nothing comes after
 * @param finished whether nothing comes after and nothing will be there later
 * @param problem why the source broke off after them, or null
 */
public record Chunk(
        List<PreparedRecord> records,
        List<Rejected> rejects,
        List<Announcement> announcements,
        List<Tally> tallies,
        @Nullable String cursor,
        long done,
        boolean last,
        boolean finished,
        @Nullable String problem) {}
