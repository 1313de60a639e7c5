package dev.broadsheet.search.ranking;

/**
 * A paper that an engine offers, with the score of one signal.
 *
 * @param document the engine's own name for the paper, valid within the view that gave it
 * @param score comparable with the same signal's other candidates only
 * @param embedded whether the paper can be compared by meaning
 */
public record Candidate(long number, int document, double score, boolean embedded) {
    /** The same paper with the score of another signal. */
    Candidate scored(double other) {
        return new Candidate(number, document, other, embedded);
    }
}
