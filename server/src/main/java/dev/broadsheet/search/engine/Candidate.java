package dev.broadsheet.search.engine;

import org.jspecify.annotations.Nullable;

/**
 * A paper that an engine offers, with the score of one signal. Immutable.
 *
 * @param number the paper's
 * @param score comparable with the same signal's other candidates only
 * @param embedded whether the paper can be compared by meaning
 * @param place where the view that gave the candidate keeps the paper, for an engine that would have to look it up
 *     again otherwise; null where the number is enough
 */
public record Candidate(
        long number,
        double score,
        boolean embedded,
        @Nullable Place place) {
    /** Without a place. */
    public Candidate(long number, double score, boolean embedded) {
        this(number, score, embedded, null);
    }

    /** The same paper with the score of another signal. */
    public Candidate scored(double other) {
        return new Candidate(number, other, embedded, place);
    }

    /** Says something to the view that gave it only. Each engine has a type of its own, which nobody else can see. */
    public interface Place {}
}
