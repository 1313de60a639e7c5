package dev.broadsheet.trending;

import dev.broadsheet.trending.TrendingParts.Age;
import dev.broadsheet.trending.TrendingParts.Term;
import java.time.LocalDate;
import java.util.List;

/**
 * The one formula: {@code score = log2(1 + support) − age / doublingDays}, where support is the weighted number of
 * distinct people and age is counted in working days. It is told in docs/ranking.md. Immutable.
 *
 * <p>All papers grow old by the same amount each working day, and not at all at weekends. So the order of two papers
 * changes only when somebody votes or comments, never by waiting, and can be kept: see {@link #standing}.
 */
public final class TrendingFormula {
    private static final double PERCENT = 100;

    private final TrendingSettings settings;

    public TrendingFormula(TrendingSettings settings) {
        this.settings = settings;
    }

    /** The parameters it was made with. */
    public TrendingSettings settings() {
        return settings;
    }

    /**
     * The score of a paper and what it consists of.
     *
     * @param today in the edition's time zone
     */
    public TrendingParts parts(TrendingNumbers numbers, LocalDate today) {
        List<Term> terms = terms(numbers);
        double support = support(terms);
        double damped = damped(support);
        long workingDays = Math.max(0, WorkingDays.before(today) - WorkingDays.before(numbers.since()));
        double faded = (double) workingDays / settings.doublingDays();
        return new TrendingParts(
                damped - faded,
                support,
                terms,
                damped,
                new Age(numbers.since(), numbers.basis(), workingDays, settings.doublingDays()),
                faded);
    }

    /**
     * What orders papers as their scores do on whichever day: a score without what the passing of time takes from all
     * alike.
     *
     * @param today a paper that is dated later counts as one of today
     */
    double standing(TrendingNumbers numbers, LocalDate today) {
        LocalDate since = numbers.since().isAfter(today) ? today : numbers.since();
        return damped(support(terms(numbers))) + (double) WorkingDays.before(since) / settings.doublingDays();
    }

    /** Whether anybody has voted for a paper or commented on it: what nobody did anything for is on no list. */
    boolean hasSupport(TrendingNumbers numbers) {
        return support(terms(numbers)) > 0;
    }

    private List<Term> terms(TrendingNumbers numbers) {
        double newAccount = settings.newAccountPercent() / PERCENT;
        double comment = settings.commentPercent() / PERCENT;
        return List.of(
                term("votes", "votes", numbers.votes(), 1),
                term("newVotes", "votes from new accounts", numbers.newVotes(), newAccount),
                term("comments", "people who commented", numbers.comments(), comment),
                term(
                        "newComments",
                        "people with new accounts who commented",
                        numbers.newComments(),
                        comment * newAccount),
                term("imported", "votes counted elsewhere", numbers.imported(), settings.importedPercent() / PERCENT));
    }

    private static Term term(String name, String words, int number, double weight) {
        return new Term(name, words, number, weight, number * weight);
    }

    private static double support(List<Term> terms) {
        return terms.stream().mapToDouble(Term::support).sum();
    }

    /** Strict, so that every machine computes the same. */
    private static double damped(double support) {
        return StrictMath.log1p(support) / StrictMath.log(2);
    }
}
