package dev.broadsheet.trending;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A paper with what decides its place.
 *
 * @param standing of {@link TrendingFormula#standing}
 * @param since the day from which its age is counted
 * @param submitter as in {@link TrendingNumbers}
 */
record Ranked(
        long paper,
        double standing,
        LocalDate since,
        @Nullable Long submitter) {
    /** The best first; of equal ones the newer, so that no two are in the same place. */
    static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::standing)
            .thenComparing(Ranked::since)
            .thenComparingLong(Ranked::paper)
            .reversed();
}
