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
record HarvestPlan(@Nullable String live, boolean again, boolean afresh, Set<String> gaps) {
    static final HarvestPlan ONCE = new HarvestPlan(null, false, false, Set.of());
    static final HarvestPlan AGAIN = new HarvestPlan(null, true, false, Set.of());

    HarvestPlan {
        gaps = Set.copyOf(gaps);
    }

    /** What lists a period: goes on where it was interrupted. */
    static HarvestPlan listing(String live) {
        return new HarvestPlan(live, true, false, Set.of());
    }

    /** What is another thing at each asking: has no place to go on from. */
    static HarvestPlan snapshot(String live, Set<String> gaps) {
        return new HarvestPlan(live, true, true, gaps);
    }
}
