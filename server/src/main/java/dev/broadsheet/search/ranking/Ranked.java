package dev.broadsheet.search.ranking;

import dev.broadsheet.search.Explanation.Part;
import java.util.List;

/**
 * A paper in an order.
 *
 * @param score falls from one to the next
 * @param embedded whether it could be compared by meaning
 * @param parts what each signal gave to the score
 */
public record Ranked(long number, double score, boolean embedded, List<Part> parts) {
    public Ranked {
        parts = List.copyOf(parts);
    }
}
