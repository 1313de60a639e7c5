package dev.broadsheet.source.oai;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.paged.Finding;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a record of a listing has to say.
 *
 * @param isPlaced whether it can be told on which days it was announced
 */
record OaiFindings(List<Finding> findings, boolean isPlaced) {
    static OaiFindings of(OaiRecord record, OaiReader reader) {
        String where = record.identifier().isEmpty() ? "a record without an identifier" : record.identifier();
        if (record.deleted()) {
            return new OaiFindings(List.of(Finding.rejected(where, "deleted by the source", record.raw())), true);
        }
        List<Finding> findings = new ArrayList<>();
        String unreadable = null;
        try {
            if (!reader.wanted(record)) {
                return new OaiFindings(List.of(), true);
            }
            SourceRecord read = reader.read(record);
            findings.add(cursor -> new Received(read, cursor));
        } catch (UnreadableRecordException | RuntimeException | StackOverflowError e) {
            // Fields of any kind from anyone: one record must not end a harvest.
            unreadable = reason(e);
        }
        List<Announcement> announced = List.of();
        String unplaced = null;
        try {
            announced = reader.announced(record);
        } catch (UnreadableRecordException | RuntimeException | StackOverflowError e) {
            unplaced = reason(e);
        }
        String problem = unreadable == null ? unplaced : unreadable;
        if (problem != null) {
            findings.add(Finding.rejected(where, problem, record.raw()));
        }
        for (Announcement announcement : announced) {
            findings.add(cursor -> new Announced(announcement, cursor));
        }
        return new OaiFindings(findings, unplaced == null);
    }

    private static String reason(Throwable thrown) {
        return thrown instanceof UnreadableRecordException unreadable
                ? unreadable.reason()
                : "cannot be read: " + thrown.getClass().getSimpleName();
    }
}
