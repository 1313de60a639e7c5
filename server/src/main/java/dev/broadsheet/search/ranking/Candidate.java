package dev.broadsheet.search.ranking;

/**
 * A paper that an engine offers, with the score of one signal.
 *
 * @param score comparable with the same signal's other candidates only
 * @param embedded whether the paper can be compared by meaning
 */
public record Candidate(long number, double score, boolean embedded) {}
