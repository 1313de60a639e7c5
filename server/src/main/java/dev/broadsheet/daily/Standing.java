package dev.broadsheet.daily;

import java.util.Collection;
import java.util.Map;

/** Tells what the community here makes of papers, which decides on their order in lists. Called by many threads. */
@FunctionalInterface
public interface Standing {
    /** Where nobody votes or comments. */
    Standing NONE = (edition, papers) -> Map.of();

    /** By paper; papers that nobody has voted for or commented on may be left out. */
    Map<Long, Counts> of(DailyEdition edition, Collection<Long> papers);

    /**
     * What counts for a paper.
     *
     * @param votes the counted ones, of whoever may vote in the edition
     * @param comments written here
     */
    record Counts(int votes, int comments) {
        public static final Counts NONE = new Counts(0, 0);
    }
}
