package dev.broadsheet.source.paged;

import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns one entry into what a reading yields. */
final class EntryReader {
    /** So much of an entry that cannot be read is shown. */
    private static final int SHOWN = 500;

    private final PagedService service;

    EntryReader(PagedService service) {
        this.service = service;
    }

    /** Which record it is, or null if that cannot be read. */
    @Nullable PageEntry listed(JsonNode entry) {
        try {
            return service.listed(entry);
        } catch (RuntimeException e) {
            // Fields of any type from anyone: one entry must not end a harvest.
            return null;
        }
    }

    /** The record, or why it cannot be read. */
    Item item(JsonNode entry, @Nullable PageEntry listed, String cursor) {
        String place = listed == null ? "entry" : listed.name();
        if (listed == null) {
            return new Rejected(place, "no name by which it is known", beginning(entry), cursor);
        }
        try {
            return new Received(
                    new SourceRecord(service.profile().name(), listed.name(), service.metadata(entry), List.of()),
                    cursor);
        } catch (UnreadableRecordException e) {
            return new Rejected(place, e.reason(), beginning(entry), cursor);
        } catch (RuntimeException | StackOverflowError e) {
            String reason = "cannot be read: " + e.getClass().getSimpleName();
            return new Rejected(place, reason, beginning(entry), cursor);
        }
    }

    Announced announced(PageEntry listed, String part, LocalDate day, String cursor) {
        return new Announced(
                new Announcement(
                        service.profile().name(), part, day, listed.name(), listed.kind(), listed.version(), true),
                cursor);
    }

    static String beginning(JsonNode entry) {
        String text = entry.toString();
        return Text.clean(text.substring(0, Math.min(text.length(), SHOWN)));
    }
}
