package dev.broadsheet.search.ranking;

/**
 * A paper in an order.
 *
 * @param score falls from one to the next
 * @param embedded whether it could be compared by meaning
 */
public record Ranked(long number, double score, boolean embedded) {}
