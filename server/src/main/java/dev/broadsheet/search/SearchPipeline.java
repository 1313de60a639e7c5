package dev.broadsheet.search;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.ResultOrdering.Place;
import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.engine.SortKey;
import dev.broadsheet.search.follower.SearchEngine;
import dev.broadsheet.search.query.ParsedQuery;
import dev.broadsheet.search.query.QueryText;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.ranking.Ranker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a request to its answer: understood, looked up, ranked, explained. Thread-safe; for platform threads. */
final class SearchPipeline {
    private final Catalogue catalogue;
    private final SearchEngine engine;
    private final ResultOrdering ordering;
    private final KeptOrders orders;

    SearchPipeline(Catalogue catalogue, SearchEngine engine, Ranker ranker, KeptOrders orders) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.ordering = new ResultOrdering(new KnownItems(catalogue), ranker);
        this.orders = orders;
    }

    SearchAnswer answer(SearchRequest request) {
        String query = QueryText.clean(request.query());
        // With filters it must pass them, as any other.
        boolean alone = !query.isEmpty() && request.filters().equals(SearchRequest.Filters.NONE);
        Optional<Paper> direct = alone ? catalogue.find(query) : Optional.empty();
        if (direct.isPresent()) {
            return direct(direct.get(), request.explained());
        }
        try (EngineView view = engine.view()) {
            return answer(
                    view,
                    request,
                    query,
                    Respelling.of(query, Scope.of(request.filters().condition()), view));
        }
    }

    /** The same for a text of plain words, in which nothing is syntax, an identifier or misspelt. */
    SearchAnswer literally(SearchRequest request) {
        try (EngineView view = engine.view()) {
            ParsedQuery plain = new ParsedQuery(QueryText.clean(request.query()), null);
            return answer(view, request, "", new Respelling(plain, null, null));
        }
    }

    /** @param query as typed: it may name papers */
    private SearchAnswer answer(EngineView view, SearchRequest request, String query, Respelling spelling) {
        ParsedQuery parsed = spelling.parsed();
        Scope scope = Scope.of(request.filters().condition()).and(parsed.condition());
        boolean words = !parsed.text().isEmpty();
        Page page = words ? ranked(view, query, parsed.text(), scope, request) : listed(view, scope, request);
        Set<String> stems = TextAnalysis.stems(parsed.text()).keySet();
        // Those that are gone are left out.
        List<Hit> hits = catalogue.papers(List.copyOf(page.scores.keySet())).stream()
                .map(paper -> ExplainedHit.of(
                        paper,
                        page.scores.getOrDefault(paper.number(), 0.0),
                        stems,
                        page.places == null ? null : page.places.get(paper.number()),
                        request.explained()))
                .toList();
        return new SearchAnswer(
                null,
                hits,
                !words || view.embedded() == view.indexed(),
                page.next == null ? null : PageCursor.text(page.next, request.question()),
                page.counts,
                spelling.didYouMean(),
                spelling.searchedInstead(),
                page.before);
    }

    private static SearchAnswer direct(Paper paper, boolean explained) {
        Place place = new Place(1, "its identifier", null);
        return new SearchAnswer(paper, List.of(ExplainedHit.of(paper, 1, Set.of(), place, explained)), true);
    }

    /** A page of all that pass, by what they are. */
    private static Page listed(EngineView view, Scope scope, SearchRequest request) {
        PageCursor.@Nullable InList from = request.pageCursor() instanceof PageCursor.InList in ? in : null;
        List<SortKey> found = view.listed(
                scope, request.order().byWhatPapersAre(), from == null ? null : from.last(), request.limit() + 1);
        Map<Long, Double> scores = new LinkedHashMap<>();
        found.stream().limit(request.limit()).forEach(position -> scores.put(position.number(), 0.0));
        int before = from == null ? 0 : from.offset();
        PageCursor next = found.size() > request.limit()
                ? new PageCursor.InList(found.get(request.limit() - 1), before + request.limit())
                : null;
        return new Page(scores, null, next, FilterCounts.of(view.facets(scope)), before);
    }

    /** A page of the best answers to words. */
    private Page ranked(EngineView view, String query, String text, Scope scope, SearchRequest request) {
        PageCursor.@Nullable InRanking from = request.pageCursor() instanceof PageCursor.InRanking in ? in : null;
        @Nullable KeptOrder order = from == null ? null : orders.find(from.order());
        @Nullable Map<Long, Place> places = null;
        if (order == null || request.explained()) {
            long highest = order != null ? order.highest() : from != null ? from.highest() : Long.MAX_VALUE;
            places = ordering.places(view, query, text, scope.upTo(highest), request.ranking());
        }
        long key = from == null ? orders.newKey() : from.order();
        if (order == null) {
            order = order(view, places == null ? Map.of() : places, request.order(), from);
            if (order.size() > request.limit()) {
                orders.keep(key, order);
            }
        }
        int before = from == null ? 0 : from.offset();
        int end = before + request.limit();
        PageCursor next = end < order.size() ? new PageCursor.InRanking(key, end, order.highest()) : null;
        return new Page(order.page(before, request.limit()), places, next, order.counts(), before);
    }

    private static KeptOrder order(
            EngineView view, Map<Long, Place> places, Order wanted, PageCursor.@Nullable InRanking from) {
        List<Long> ranked = List.copyOf(places.keySet());
        List<Long> ordered = wanted == Order.RELEVANCE ? ranked : view.ordered(ranked, wanted.byWhatPapersAre());
        List<Double> scores = ordered.stream()
                .map(number -> {
                    Place place = places.get(number);
                    return place == null ? 0.0 : place.score();
                })
                .toList();
        return new KeptOrder(
                ordered, scores, FilterCounts.of(view.facets(ordered)), from == null ? view.highest() : from.highest());
    }

    /**
     * A page before its papers are read.
     *
     * @param scores by the papers' numbers, in order
     * @param places what is known of how the papers came to stand where they stand, or null
     */
    private record Page(
            Map<Long, Double> scores,
            @Nullable Map<Long, Place> places,
            @Nullable PageCursor next,
            Counts counts,
            int before) {}
}
