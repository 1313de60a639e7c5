package dev.broadsheet.trending;

import dev.broadsheet.trending.TrendingNumbers.Basis;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper's score taken apart. Whoever has these numbers can compute it: {@code support} is the sum of the terms, each
 * its number times its weight; {@code damped} is the logarithm to base 2 of 1 + support; {@code faded} is the age divided
 * by the days for which support must double; the score is damped − faded. Immutable.
 *
 * @param score the higher, the further up; may be negative
 * @param support in votes
 * @param terms what the support consists of, also those that are zero
 * @param damped in points: each doubling of the support is one point
 * @param age since when, and how long that is
 * @param faded in points
 */
public record TrendingParts(double score, double support, List<Term> terms, double damped, Age age, double faded) {
    public TrendingParts {
        terms = List.copyOf(terms);
    }

    /**
     * People of one kind.
     *
     * @param name of the kind, as clients read it: {@code votes}
     * @param words what it counts, for people
     * @param weight of each, in votes
     * @param support number times weight
     */
    public record Term(String name, String words, int number, double weight, double support) {}

    /**
     * How old the paper is.
     *
     * @param since the day from which it is counted
     * @param basis what happened on that day
     * @param workingDays Mondays to Fridays since then; 0 where that day is still to come
     * @param doublingDays for so many of them support must double
     */
    public record Age(LocalDate since, Basis basis, long workingDays, int doublingDays) {}
}
