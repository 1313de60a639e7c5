package dev.broadsheet.search.ranking;

import java.util.List;

/**
 * A paper in an order.
 *
 * @param score falls from one to the next
 * @param embedded whether it could be compared by meaning
 * @param parts what each signal gave to the score
 */
public record Ranked(long number, double score, boolean embedded, List<Contribution> parts) {
    public Ranked {
        parts = List.copyOf(parts);
    }
}
