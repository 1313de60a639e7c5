package dev.broadsheet.daily;

import dev.broadsheet.account.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a curator did to a list, for everybody to read.
 *
 * @param paper its number
 * @param person who did it; null where nothing is known of them any more
 * @param day of the list
 * @param reason in the curator's words, not empty
 */
public record CurationEntry(
        Instant at, long paper, @Nullable Person person, Action action, LocalDate day, String reason) {

    /** What a curator can do. */
    public enum Action {
        /** Put on a list, or on that of another day. */
        PLACED,
        /** Taken off for now. */
        HELD,
        /** Taken off. */
        REMOVED,
        /** Put back where it was. */
        RESTORED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
