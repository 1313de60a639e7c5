package dev.broadsheet.api;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.RelatedRequest;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What related papers are asked by, from wherever it is read; judged here and nowhere else.
 *
 * @param like names of papers
 * @param unlike the same
 * @param limit null for the usual
 * @param sort null for the usual
 */
record RelatedArguments(
        List<String> like,
        List<String> unlike,
        @Nullable String limit,
        @Nullable String sort) {
    private static final int USUAL = 20;

    /** From repeated parameters. */
    static RelatedArguments of(Request request) {
        return new RelatedArguments(
                request.parameters("like"),
                request.parameters("unlike"),
                request.parameter("limit").orElse(null),
                request.parameter("sort").orElse(null));
    }

    /** From {@code {"like": [ids], "unlike": [ids], "limit": 20, "sort": "date"}}. */
    static RelatedArguments of(JsonNode wanted) {
        if (!wanted.isObject()) {
            throw Refusal.badRequest("Invalid body: expected an object like {\"like\": [\"2501.01234\"]}");
        }
        return new RelatedArguments(
                names(wanted, "like"), names(wanted, "unlike"), text(wanted, "limit"), text(wanted, "sort"));
    }

    /** @throws Refusal where it cannot be answered */
    RelatedRequest request(Catalogue catalogue) {
        if (like.isEmpty() || like.size() > RelatedRequest.MOST || unlike.size() > RelatedRequest.MOST) {
            throw Refusal.badRequest(
                    "Invalid like: expected 1 to " + RelatedRequest.MOST + " papers, and at most as many in unlike");
        }
        int most = Parameters.number("limit", limit, USUAL, 1, RelatedRequest.MOST);
        Order order =
                Order.valueOf(Parameters.choice("sort", sort, Parameters.SORTS).toUpperCase(Locale.ROOT));
        return new RelatedRequest(numbers(catalogue, like), numbers(catalogue, unlike), most, order);
    }

    private static List<Long> numbers(Catalogue catalogue, List<String> names) {
        List<Long> numbers = new ArrayList<>();
        for (String name : names) {
            Optional<Paper> paper = name.isBlank() ? Optional.empty() : catalogue.find(name.strip());
            numbers.add(paper.orElseThrow(() -> Refusal.notFound("Paper not found: " + name))
                    .number());
        }
        return numbers;
    }

    private static List<String> names(JsonNode wanted, String name) {
        JsonNode names = wanted.path(name);
        if (names.isMissingNode() || names.isNull()) {
            return List.of();
        }
        if (!names.isArray()
                || !StreamSupport.stream(names.spliterator(), false).allMatch(JsonNode::isString)) {
            throw Refusal.badRequest("Invalid " + name + ": expected an array of strings");
        }
        return StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** A number or a text, as a parameter would have it. */
    private static @Nullable String text(JsonNode wanted, String name) {
        JsonNode value = wanted.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.isString() ? value.asString() : value.toString();
    }
}
