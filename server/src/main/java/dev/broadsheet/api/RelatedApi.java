package dev.broadsheet.api;

import dev.broadsheet.installation.Json;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.RelatedRequest;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Papers near to some, and away from others: not part of the contract of Hugging Face's clients. */
@Component
final class RelatedApi {
    private static final int USUAL = 20;
    private static final List<String> SORTS = List.of("relevance", "date", "votes", "comments");

    /** Bytes of a body; two hundred addresses are far less. */
    private static final int LONGEST_BODY = 64 * 1024;

    private final Catalogue catalogue;
    private final PaperSearch search;

    RelatedApi(Catalogue catalogue, PaperSearch search) {
        this.catalogue = catalogue;
        this.search = search;
    }

    /** The examples as repeated parameters. */
    ServerResponse asked(ServerRequest request) {
        return answer(
                request,
                request.params().getOrDefault("like", List.of()),
                request.params().getOrDefault("unlike", List.of()),
                Parameters.number(request, "limit", USUAL, 1, RelatedRequest.MOST),
                Parameters.choice(request, "sort", SORTS));
    }

    /** The examples as a JSON object: {@code {"like": [ids], "unlike": [ids], "limit": 20, "sort": "date"}}. */
    ServerResponse posted(ServerRequest request) throws IOException {
        // A form's body has been read as parameters by now.
        if (!request.headers()
                .contentType()
                .map(MediaType.APPLICATION_JSON::includes)
                .orElse(false)) {
            throw new BadRequest("Invalid body: send JSON, with the header Content-Type: application/json");
        }
        byte[] body = request.servletRequest().getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new BadRequest("Invalid body: longer than " + LONGEST_BODY + " bytes");
        }
        JsonNode wanted;
        try {
            wanted = Json.PLAIN.readTree(body);
        } catch (JacksonException e) {
            throw new BadRequest("Invalid body: not JSON");
        }
        if (!wanted.isObject()) {
            throw new BadRequest("Invalid body: expected an object like {\"like\": [\"2501.01234\"]}");
        }
        JsonNode limit = wanted.path("limit");
        if (!limit.isMissingNode()
                && (!limit.canConvertToInt() || limit.asInt() < 1 || limit.asInt() > RelatedRequest.MOST)) {
            throw new BadRequest("Invalid limit: expected a number from 1 to " + RelatedRequest.MOST);
        }
        String sort = wanted.path("sort").asString(SORTS.getFirst());
        if (!SORTS.contains(sort)) {
            throw new BadRequest("Invalid sort: expected " + String.join(" or ", SORTS));
        }
        return answer(request, ids(wanted, "like"), ids(wanted, "unlike"), limit.asInt(USUAL), sort);
    }

    private ServerResponse answer(
            ServerRequest request, List<String> like, List<String> unlike, int limit, String sort) {
        if (like.isEmpty() || like.size() > RelatedRequest.MOST || unlike.size() > RelatedRequest.MOST) {
            throw new BadRequest(
                    "Invalid like: expected 1 to " + RelatedRequest.MOST + " papers, and at most as many in unlike");
        }
        List<Long> near = new ArrayList<>();
        List<Long> away = new ArrayList<>();
        Optional<String> missing = find(like, near).or(() -> find(unlike, away));
        if (missing.isPresent()) {
            return ApiJson.error(404, "Paper not found: " + missing.get());
        }
        Order order = Order.valueOf(sort.toUpperCase(Locale.ROOT));
        List<Hit> hits = search.related(new RelatedRequest(near, away, limit, order));
        Map<Long, List<Appearance>> appearances = catalogue.appearances(
                hits.stream().map(hit -> hit.paper().number()).toList());
        String origin = Parameters.origin(request);
        return ApiJson.ok(
                hits.stream()
                        .map(hit -> new Near(
                                ListItem.found(
                                        hit,
                                        Appearance.best(appearances.getOrDefault(
                                                hit.paper().number(), List.of())),
                                        origin),
                                hit.score()))
                        .toList(),
                null);
    }

    /** Finds the papers; gives the first name that is no paper's. */
    private Optional<String> find(List<String> ids, List<Long> numbers) {
        for (String id : ids) {
            Optional<Paper> paper = id.isBlank() ? Optional.empty() : catalogue.find(id.strip());
            if (paper.isEmpty()) {
                return Optional.of(id);
            }
            numbers.add(paper.get().number());
        }
        return Optional.empty();
    }

    private static List<String> ids(JsonNode wanted, String name) {
        JsonNode ids = wanted.path(name);
        if (ids.isMissingNode() || ids.isNull()) {
            return List.of();
        }
        if (!ids.isArray() || !StreamSupport.stream(ids.spliterator(), false).allMatch(JsonNode::isString)) {
            throw new BadRequest("Invalid " + name + ": expected an array of strings");
        }
        return StreamSupport.stream(ids.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
