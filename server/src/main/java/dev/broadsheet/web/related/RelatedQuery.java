package dev.broadsheet.web.related;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.site.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * The examples that a page of related papers is asked by, and its address.
 *
 * @param like the papers' ids
 * @param unlike the same
 */
record RelatedQuery(List<String> like, List<String> unlike, Order order) {
    RelatedQuery {
        like = List.copyOf(like);
        unlike = List.copyOf(unlike);
    }

    RelatedQuery withLike(String id) {
        return new RelatedQuery(and(like, id), except(unlike, id), order);
    }

    RelatedQuery withUnlike(String id) {
        return new RelatedQuery(except(like, id), and(unlike, id), order);
    }

    RelatedQuery without(String id) {
        return new RelatedQuery(except(like, id), except(unlike, id), order);
    }

    RelatedQuery in(Order other) {
        return new RelatedQuery(like, unlike, other);
    }

    String href() {
        return Addresses.related(like, unlike)
                .with("sort", order == Order.RELEVANCE ? "" : Form.word(order))
                .href();
    }

    private static List<String> and(List<String> ids, String id) {
        List<String> more = new ArrayList<>(except(ids, id));
        more.add(id);
        return more;
    }

    private static List<String> except(List<String> ids, String id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }
}
