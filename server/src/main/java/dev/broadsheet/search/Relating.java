package dev.broadsheet.search;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.lucene.LuceneEngine;
import dev.broadsheet.search.ranking.EngineView;
import dev.broadsheet.search.ranking.Ranked;
import dev.broadsheet.search.ranking.RelatedRanking;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** From examples to the papers that are near to them. Thread-safe; for platform threads. */
final class Relating {
    private final Catalogue catalogue;
    private final LuceneEngine engine;
    private final RelatedRanking examples;

    Relating(Catalogue catalogue, LuceneEngine engine, RelatedRanking examples) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.examples = examples;
    }

    List<Hit> answer(RelatedRequest request) {
        boolean nearestFirst = request.order() == Order.RELEVANCE;
        Map<Long, Ranked> nearest;
        try (EngineView view = engine.view()) {
            nearest = examples
                    .nearest(
                            view,
                            request.like(),
                            request.unlike(),
                            nearestFirst ? request.limit() : RelatedRequest.MOST)
                    .stream()
                    .collect(Collectors.toMap(Ranked::number, Function.identity()));
        }
        List<Paper> papers = catalogue.papers(List.copyOf(nearest.keySet()));
        Comparator<Paper> byNearness = Comparator.comparingDouble((Paper paper) -> score(nearest, paper))
                .thenComparing(Paper::number)
                .reversed();
        return papers.stream()
                .sorted(
                        nearestFirst
                                ? byNearness
                                : order(request.order(), papers).thenComparing(byNearness))
                .limit(request.limit())
                .map(paper -> hit(paper, nearest))
                .toList();
    }

    private Comparator<Paper> order(Order order, List<Paper> papers) {
        if (order == Order.DATE) {
            return Comparator.comparing(Relating::day, Comparator.reverseOrder());
        }
        ToIntFunction<Appearance> measure = order == Order.VOTES ? Appearance::votes : Appearance::comments;
        Map<Long, List<Appearance>> appearances =
                catalogue.appearances(papers.stream().map(Paper::number).toList());
        return Comparator.comparingInt((Paper paper) -> {
                    Appearance best = Appearance.best(appearances.getOrDefault(paper.number(), List.of()));
                    return best == null ? 0 : measure.applyAsInt(best);
                })
                .reversed();
    }

    private static LocalDate day(Paper paper) {
        PartialDate day = paper.metadata().day();
        return day == null ? LocalDate.MIN : day.firstDay();
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
