package dev.broadsheet.search;

import dev.broadsheet.search.SearchRequest.Order;
import java.util.List;

/**
 * Which papers are wanted by examples.
 *
 * @param like the numbers of papers to be near to in meaning, at least one
 * @param unlike the numbers of papers to stay away from
 * @param limit how many answers at most, 1 to 100
 * @param order for any but {@link Order#RELEVANCE} the {@value #MOST} nearest are put in that order
 */
public record RelatedRequest(List<Long> like, List<Long> unlike, int limit, Order order) {
    /** The most answers, and the most examples of each kind. */
    public static final int MOST = 100;

    public RelatedRequest {
        like = List.copyOf(like);
        unlike = List.copyOf(unlike);
        if (like.isEmpty() || like.size() > MOST || unlike.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " papers to be like, at most " + MOST
                    + " to be unlike, not " + like.size() + " and " + unlike.size());
        }
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
    }

    /** The papers nearest to one. */
    public static RelatedRequest to(long number, int limit) {
        return new RelatedRequest(List.of(number), List.of(), limit, Order.RELEVANCE);
    }
}
