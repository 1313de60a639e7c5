package dev.broadsheet.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of one day of one part of a source.
 *
 * @param part empty where the source has no parts
 * @param expected how many papers (new and cross-listed) the source announced; null while it was not
 *     counted
 * @param origins who counted, for a person; empty while it was not counted
 * @param received how many of the announced papers are held
 * @param missing names of announced papers that are not held, a hundred at most; of papers that the
 *     source counted but never named nothing is known but the number
 * @param missingCount how many are missing, named or not
 * @param repaired how many of the received had to be fetched one by one
 * @param checkedAt when it was last counted, null if never
 * @param remark in words for a person, why the verdict is what it is; null where the numbers say it
 */
public record LedgerDay(
        String source,
        String part,
        LocalDate day,
        Verdict verdict,
        @Nullable Integer expected,
        List<String> origins,
        int received,
        List<String> missing,
        int missingCount,
        int repaired,
        @Nullable Instant checkedAt,
        @Nullable String remark) {

    public LedgerDay {
        origins = List.copyOf(origins);
        missing = List.copyOf(missing);
    }

    /** What can be said of a day. */
    public enum Verdict {
        /** Not counted yet, or not after the source was through with the day: nothing is claimed. */
        OPEN,
        /** Counted, and all that was announced is held. */
        COMPLETE,
        /** Counted, and something announced is not held. */
        MISSING,
        /** Counted, and nothing was announced on a day on which the source announces: a warning. */
        NOTHING,
        /** All that was announced is held, but it is less than half of what this weekday usually has. */
        FEW,
        /** The source announces nothing on such a day, and did not. */
        QUIET
    }
}
