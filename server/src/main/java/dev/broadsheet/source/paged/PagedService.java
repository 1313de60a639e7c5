package dev.broadsheet.source.paged;

import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.record.UnreadableRecordException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How one service is asked and what its answers mean. Thread-safe. */
public interface PagedService {
    /** As {@link dev.broadsheet.source.LiveSource#profile}; no parts where it lists nothing and is only asked for single records. */
    SourceProfile profile();

    /** What the harvest of a day depends on beside the day, such as a filter; one text names one harvest. */
    String scope();

    /** Whether {@link DayPage#total} is an exact number; otherwise it is the least that must come. */
    boolean countsExactly();

    /** Where a page of the day's list is; the first one without a token. */
    URI page(LocalDate day, @Nullable String token);

    /**
     * Reads a page.
     *
     * @param token with which it was asked
     * @throws UnreadableRecordException if it is none, with the reason
     */
    DayPage page(JsonNode answer, @Nullable String token) throws UnreadableRecordException;

    /** Which record the entry is, or null if it does not say. */
    @Nullable PageEntry listed(JsonNode entry);

    /** What the entry says of the paper. */
    Metadata metadata(JsonNode entry) throws UnreadableRecordException;

    /** Where the record of this name is, or of this identifier; empty if the service can have none. */
    Optional<URI> single(String name);

    /**
     * The entries in the answer to {@link #single}: one record, or its versions; none if there is no
     * such record.
     *
     * @throws UnreadableRecordException if it is no such answer
     */
    List<JsonNode> entries(JsonNode answer) throws UnreadableRecordException;

    /** As {@link #listed}, also where an entry's fields are of any type: one entry must not end a harvest. */
    default @Nullable PageEntry identified(JsonNode entry) {
        try {
            return listed(entry);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** The record in the entry, or why there is none. */
    default Finding finding(JsonNode entry, @Nullable PageEntry listed) {
        return listed == null
                ? Finding.rejected("entry", "no name by which it is known", beginning(entry))
                : Finding.of(
                        listed.name(),
                        () -> beginning(entry),
                        () -> new SourceRecord(profile().name(), listed.name(), metadata(entry), List.of()));
    }

    /** So much of an entry as tells it from others. */
    static String beginning(JsonNode entry) {
        String text = entry.toString();
        return text.substring(0, Math.min(text.length(), Finding.SHOWN));
    }
}
