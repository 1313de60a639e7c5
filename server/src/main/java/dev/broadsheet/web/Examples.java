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
record Examples(List<String> like, List<String> unlike, Order order) {
    Examples {
        like = List.copyOf(like);
        unlike = List.copyOf(unlike);
    }

    static Examples of(String id) {
        return new Examples(List.of(id), List.of(), Order.RELEVANCE);
    }

    Examples withLike(String id) {
        return new Examples(and(like, id), except(unlike, id), order);
    }

    Examples withUnlike(String id) {
        return new Examples(except(like, id), and(unlike, id), order);
    }

    Examples without(String id) {
        return new Examples(except(like, id), except(unlike, id), order);
    }

    Examples in(Order other) {
        return new Examples(like, unlike, other);
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
