package dev.broadsheet.source;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a reading saw the whole of what a source has for a day, by the source's own count or by a
 * list that says where it ends. A day without one was never counted, and is never called complete.
 *
 * @param part as in {@link Announcement#part}
 * @param origin which of the source's services counted, in words for a person: {@code announcement feed}
 * @param expected how many papers (new and cross-listed) the service says the day has; null where it
 *     lists them without a number for each day, and what it listed was counted against its total
 * @param at when it was asked; what the source announces later is not covered
 */
public record Tally(
        String source,
        String part,
        LocalDate day,
        String origin,
        @Nullable Integer expected,
        Instant at) {
    public Tally {
        if (expected != null && expected < 0) {
            throw new IllegalArgumentException("a count is not negative: " + expected);
        }
    }
}
