package dev.broadsheet.search;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.embedding.EmbeddingException;
import dev.broadsheet.search.lucene.LuceneEngine;
import dev.broadsheet.search.lucene.Words;
import dev.broadsheet.search.query.ParsedQuery;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.ranking.EngineView;
import dev.broadsheet.search.ranking.QueryText;
import dev.broadsheet.search.ranking.Ranked;
import dev.broadsheet.search.ranking.Ranker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request to its answer: understood, looked up, ranked, explained. Thread-safe; for platform threads. */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Catalogue catalogue;
    private final LuceneEngine engine;
    private final Ranker ranker;
    private final KnownItems known;

    /** Why, as it was logged: once, not for each query. */
    private final AtomicReference<String> toldOfWordsOnly = new AtomicReference<>("");

    Answering(Catalogue catalogue, LuceneEngine engine, Ranker ranker) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.ranker = ranker;
        this.known = new KnownItems(catalogue);
    }

    SearchAnswer answer(SearchRequest request) {
        String query = QueryText.clean(request.query());
        Optional<Paper> direct = query.isEmpty() ? Optional.empty() : catalogue.find(query);
        if (direct.isPresent()) {
            return new SearchAnswer(direct.get(), List.of(new Hit(direct.get(), 1, List.of(), List.of())), true);
        }
        try (EngineView view = engine.view()) {
            Respelling spelling = Respelling.of(query, request.filters(), view);
            return answer(view, request, query, spelling.parsed(), spelling.didYouMean(), spelling.searchedInstead());
        }
    }

    /** The same for a text of plain words, in which nothing is syntax, an identifier or misspelt. */
    SearchAnswer literally(SearchRequest request) {
        try (EngineView view = engine.view()) {
            return answer(view, request, "", new ParsedQuery(QueryText.clean(request.query()), null), null, null);
        }
    }

    /** @param query as typed: it may name papers */
    private SearchAnswer answer(
            EngineView view,
            SearchRequest request,
            String query,
            ParsedQuery parsed,
            @Nullable String didYouMean,
            @Nullable String searchedInstead) {
        Scope scope = new Scope(request.filters(), parsed.condition());
        Map<Long, Place> places = places(view, query, parsed.text(), scope, request);
        Set<String> stems = Words.stems(parsed.text()).keySet();
        List<Long> numbers = places.keySet().stream().limit(request.limit()).toList();
        List<Hit> hits = catalogue.papers(numbers).stream()
                .map(paper -> hit(paper, places.get(paper.number()), stems, request.explained()))
                .toList();
        return new SearchAnswer(
                null, hits, view.embedded() == view.indexed(), null, Counts.NONE, didYouMean, searchedInstead);
    }

    /** The answers by their papers' numbers, best first. */
    private Map<Long, Place> places(EngineView view, String query, String text, Scope scope, SearchRequest request) {
        Map<Long, Place> places = new LinkedHashMap<>();
        if (text.isEmpty()) {
            add(view.newest(scope, request.limit()), 1, "the filters", places);
            return places;
        }
        if (request.ranking() == Ranking.FULL) {
            add(known.identified(view, query, scope), 4, "the identifier", places);
            add(known.titled(view, query, text, scope), 3, "the title", places);
            add(view.by(text, scope, request.limit()), 2, "an author", places);
        }
        for (Ranked paper : ranked(view, text, scope, request.ranking())) {
            places.putIfAbsent(paper.number(), new Place(paper.score(), null, paper));
        }
        return places;
    }

    private List<Ranked> ranked(EngineView view, String text, Scope scope, Ranking ranking) {
        try {
            return ranker.rank(view, text, scope, ranking);
        } catch (EmbeddingException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(toldOfWordsOnly.getAndSet(reason))) {
                LOG.warn("Queries are answered by words only: {}", reason);
            }
            return ranker.rank(view, text, scope, Ranking.WORDS);
        }
    }

    /** Adds papers in their order, with scores that fall from {@code top} and stay above {@code top - 1}. */
    private static void add(List<Long> papers, double top, String rule, Map<Long, Place> places) {
        for (int i = 0; i < papers.size(); i++) {
            places.putIfAbsent(papers.get(i), new Place(top - (double) i / (papers.size() + 1), rule, null));
        }
    }

    private static Hit hit(Paper paper, @Nullable Place place, Set<String> stems, boolean explained) {
        return new Hit(
                paper,
                place == null ? 0 : place.score,
                Words.matches(paper.metadata().title(), stems),
                Words.matches(paper.metadata().abstractText(), stems),
                explained && place != null ? place.explanation() : null);
    }

    /**
     * Where a paper stands.
     *
     * @param rule what set it above the ranking, or null
     * @param ranked what the ranking says of it, or null where a rule said enough
     */
    private record Place(
            double score, @Nullable String rule, @Nullable Ranked ranked) {
        Explanation explanation() {
            return new Explanation(rule, List.of(), ranked == null ? List.of() : ranked.parts());
        }
    }
}
