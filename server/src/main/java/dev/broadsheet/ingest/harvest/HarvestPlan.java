package dev.broadsheet.ingest.harvest;

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
public record HarvestPlan(@Nullable String live, boolean again, boolean afresh, Set<String> gaps) {
    public static final HarvestPlan ONCE = new HarvestPlan(null, false, false, Set.of());
    public static final HarvestPlan AGAIN = new HarvestPlan(null, true, false, Set.of());

    public HarvestPlan {
        gaps = Set.copyOf(gaps);
    }

    /** What lists a period: goes on where it was interrupted. */
    public static HarvestPlan listing(String live) {
        return new HarvestPlan(live, true, false, Set.of());
    }

    /** What is another thing at each asking: has no place to go on from. */
    public static HarvestPlan snapshot(String live, Set<String> gaps) {
        return new HarvestPlan(live, true, true, gaps);
    }
}
