package dev.broadsheet.search;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.follower.SearchEngine;
import dev.broadsheet.search.ranking.Ranked;
import dev.broadsheet.search.ranking.RelatedRanking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From examples to the papers that are near to them. Thread-safe; for platform threads. */
final class RelatedSearch {
    private final Catalogue catalogue;
    private final SearchEngine engine;
    private final RelatedRanking examples;

    RelatedSearch(Catalogue catalogue, SearchEngine engine, RelatedRanking examples) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.examples = examples;
    }

    List<Hit> answer(RelatedRequest request) {
        boolean nearestFirst = request.order() == Order.RELEVANCE;
        Map<Long, Ranked> nearest = new LinkedHashMap<>();
        List<Long> ordered;
        try (EngineView view = engine.view()) {
            examples.nearest(
                            view,
                            request.like(),
                            request.unlike(),
                            nearestFirst ? request.limit() : RelatedRequest.MOST)
                    .forEach(paper -> nearest.put(paper.number(), paper));
            ordered = nearestFirst
                    ? List.copyOf(nearest.keySet())
                    : view.ordered(nearest.keySet(), request.order().byWhatPapersAre());
        }
        return catalogue.papers(ordered).stream()
                .limit(request.limit())
                .map(paper -> hit(paper, nearest))
                .toList();
    }

    private static double score(Map<Long, Ranked> nearest, Paper paper) {
        Ranked ranked = nearest.get(paper.number());
        return ranked == null ? 0 : ranked.score();
    }

    // Explanations are for queries: the score says how near an example it is.
    private static Hit hit(Paper paper, Map<Long, Ranked> nearest) {
        return new Hit(paper, score(nearest, paper), List.of(), List.of());
    }
}
