package dev.broadsheet.source.oai;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.Tally;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any repository: what changed on a day was announced on it. */
final class RepositoryReader implements OaiReader {
    private final String source;
    private final String part;
    private final LocalDate from;
    private final LocalDate until;

    RepositoryReader(String source, String part, LocalDate from, LocalDate until) {
        this.source = source;
        this.part = part;
        this.from = from;
        this.until = until;
    }

    @Override
    public boolean wanted(OaiRecord record) {
        return true;
    }

    @Override
    public SourceRecord read(OaiRecord record) throws UnreadableRecordException {
        if (record.metadata() == null) {
            throw new UnreadableRecordException("no metadata");
        }
        if (record.identifier().isEmpty()) {
            throw new UnreadableRecordException("no identifier");
        }
        return new SourceRecord(source, record.identifier(), DublinCore.read(record.metadata()), List.of());
    }

    @Override
    public List<Announcement> announced(OaiRecord record) throws UnreadableRecordException {
        LocalDate day = record.datestamp();
        if (record.identifier().isEmpty() || day == null) {
            throw new UnreadableRecordException(day == null ? "no datestamp" : "no identifier");
        }
        if (day.isBefore(from) || day.isAfter(until)) {
            return List.of();
        }
        return List.of(new Announcement(source, part, day, record.identifier(), Kind.NEW, 0, true));
    }

    @Override
    public String memory() {
        return "";
    }

    @Override
    public int tallies() {
        return (int) (until.toEpochDay() - from.toEpochDay() + 1);
    }

    @Override
    public @Nullable Tally tally(int index, End end) {
        LocalDate day = from.plusDays(index);
        return end.at().isBefore(AnnouncementCalendar.DAILY.settled(day))
                ? null
                : new Tally(source, part, day, "OAI-PMH listing", null, end.at());
    }
}
