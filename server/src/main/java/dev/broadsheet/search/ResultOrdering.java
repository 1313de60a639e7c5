package dev.broadsheet.search;

import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.embedding.EmbeddingException;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.ranking.Ranked;
import dev.broadsheet.search.ranking.Ranker;
import dev.broadsheet.search.ranking.Signals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the answers to a query's words their places: first those that a rule sets above, then by the ranking. Thread-safe. */
public final class ResultOrdering {
    private static final Logger LOG = LoggerFactory.getLogger(ResultOrdering.class);

    private final KnownItems known;
    private final Ranker ranker;

    /** Why, as it was logged: once, not for each query. */
    private final AtomicReference<String> toldOfWordsOnly = new AtomicReference<>("");

    public ResultOrdering(KnownItems known, Ranker ranker) {
        this.known = known;
        this.ranker = ranker;
    }

    /**
     * The best answers by their papers' numbers, best first.
     *
     * @param query as typed: it may name papers
     * @param text the words to rank by
     */
    public Map<Long, Place> places(EngineView view, String query, String text, Scope scope, Ranking ranking) {
        Map<Long, Ranked> ranked = new LinkedHashMap<>();
        ranked(view, text, scope, ranking).forEach(paper -> ranked.put(paper.number(), paper));
        Map<Long, Place> places = new LinkedHashMap<>();
        if (ranking == Ranking.FULL) {
            set(known.identified(view, query, scope), 4, "its identifier", ranked, places);
            set(known.titled(view, query, text, scope), 3, "its title", ranked, places);
            set(view.by(text, scope, SearchRequest.MOST), 2, "one of its authors", ranked, places);
        }
        for (Ranked paper : ranked.values()) {
            if (places.size() == SearchRequest.MOST) {
                break;
            }
            places.putIfAbsent(paper.number(), new Place(paper.score(), null, paper));
        }
        return places;
    }

    private List<Ranked> ranked(EngineView view, String text, Scope scope, Ranking ranking) {
        try {
            return ranker.rank(view, text, scope, ranking.signals());
        } catch (EmbeddingException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(toldOfWordsOnly.getAndSet(reason))) {
                LOG.warn("Queries are answered by words only: {}", reason);
            }
            return ranker.rank(view, text, scope, Signals.WORDS);
        }
    }

    /** Adds papers in their order, with scores that fall from {@code top} and stay above {@code top - 1}. */
    private static void set(
            List<Long> papers, double top, String rule, Map<Long, Ranked> ranked, Map<Long, Place> places) {
        for (int i = 0; i < papers.size() && places.size() < SearchRequest.MOST; i++) {
            double score = top - (double) i / (papers.size() + 1);
            places.putIfAbsent(papers.get(i), new Place(score, rule, ranked.get(papers.get(i))));
        }
    }

    /**
     * Where a paper stands.
     *
     * @param rule what of the paper the query names, which set it above the ranking; or null
     * @param ranked what the ranking says of it, or null where the ranking does not know it
     */
    public record Place(
            double score, @Nullable String rule, @Nullable Ranked ranked) {}
}
