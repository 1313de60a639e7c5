package dev.broadsheet.authorship;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That somebody says they wrote a paper. Immutable.
 *
 * @param author the name as it stood on the paper when it was claimed
 * @param at when it was claimed
 * @param proof by what it was confirmed; null unless it is
 * @param decidedAt when it was confirmed or refused; null while it waits
 * @param decidedBy the number of the curator; null where the source confirmed it and while it waits
 * @param reason for refusing it; else empty
 */
public record Claim(
        long paper,
        long person,
        State state,
        String author,
        Instant at,
        @Nullable Proof proof,
        @Nullable Instant decidedAt,
        @Nullable Long decidedBy,
        String reason) {

    /** What became of it; where a merge brought several together, the first of them counts. */
    public enum State {
        CONFIRMED,
        /** It waits for a curator. */
        CLAIMED,
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** By what a claim was confirmed. */
    public enum Proof {
        /** The source gives the author's e-mail address, and the person has confirmed that it is theirs. */
        EMAIL,
        /** The source gives the author's ORCID iD, and the person has signed in by it. */
        ORCID,
        CURATOR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Proof of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    Claim confirmed(Proof by, Instant when, @Nullable Long curator) {
        return new Claim(paper, person, State.CONFIRMED, author, at, by, when, curator, "");
    }

    Claim refused(Instant when, long curator, String why) {
        return new Claim(paper, person, State.REFUSED, author, at, null, when, curator, why);
    }
}
