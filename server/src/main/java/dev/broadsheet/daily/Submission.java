package dev.broadsheet.daily;

import dev.broadsheet.account.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That somebody put a paper on a list of an edition.
 *
 * @param edition its number
 * @param paper its number
 * @param number grows with time
 * @param day of the list
 * @param person who did it, also somebody who is gone; null for a paper that a curator took off the list and that came
 *     by an import, or by somebody who left while suspended
 */
public record Submission(
        long edition,
        long paper,
        long number,
        LocalDate day,
        @Nullable Person person,
        Instant at,
        State state,
        Words words) {

    /** Whether it stands on the list. */
    public enum State {
        LISTED,
        /** A curator holds it back for now. */
        HELD,
        /** A curator took it off. */
        REMOVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What the submitter says of the paper; each may be empty. Nobody has looked at what is found at the addresses.
     *
     * @param comment plain text
     * @param code where its program is: an address of http or https
     * @param project where the project presents itself, likewise
     * @param media where a picture or a film is, likewise
     */
    public record Words(String comment, String code, String project, String media) {
        public static final Words NONE = new Words("", "", "", "");
    }

    /** Whether readers see it on the list: it was not taken off, and who submitted it is not suspended. */
    public boolean isShown() {
        return state == State.LISTED && (person == null || person.state() != Person.State.SUSPENDED);
    }

    /** The person by whom it is signed, or null. */
    public @Nullable Person signedBy() {
        return person == null || person.state() == Person.State.GONE ? null : person;
    }
}
