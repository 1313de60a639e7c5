package dev.broadsheet.web;

import dev.broadsheet.search.SearchRequest.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

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

    static RelatedQuery of(String id) {
        return new RelatedQuery(List.of(id), List.of(), Order.RELEVANCE);
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
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/papers/related");
        List<String> values = new ArrayList<>();
        add(address, values, "like", like);
        add(address, values, "unlike", unlike);
        if (order != Order.RELEVANCE) {
            address.queryParam("sort", order.name().toLowerCase(Locale.ROOT));
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(UriComponentsBuilder address, List<String> values, String name, List<String> ids) {
        for (String id : ids) {
            address.queryParam(name, "{value" + values.size() + "}");
            values.add(id);
        }
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
