package dev.broadsheet.ingest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a source is to be read.
 *
 * @param live the live source it belongs to; null for a file
 * @param again whether what was read to its end before is read again
 * @param afresh whether it starts at its beginning, wherever the last run stopped
 * @param gaps names of records that were announced and did not come; those that come are noted as
 *     repaired
 */
record Errand(@Nullable String live, boolean again, boolean afresh, Set<String> gaps) {
    static final Errand ONCE = new Errand(null, false, false, Set.of());
    static final Errand AGAIN = new Errand(null, true, false, Set.of());

    Errand {
        gaps = Set.copyOf(gaps);
    }

    /** What lists a period: goes on where it was interrupted. */
    static Errand listing(String live) {
        return new Errand(live, true, false, Set.of());
    }

    /** What is another thing at each asking: has no place to go on from. */
    static Errand snapshot(String live, Set<String> gaps) {
        return new Errand(live, true, true, gaps);
    }
}
