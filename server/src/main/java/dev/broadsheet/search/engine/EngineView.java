package dev.broadsheet.search.engine;

import dev.broadsheet.search.engine.Beginnings.Wanted;
import dev.broadsheet.search.query.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One unchanging state of an index. Thread-safe; closed by the one who asked for it. Candidates are
 * given best first, each paper once, and only papers that are in the scope. Whatever is asked of many papers or words
 * is asked at once, so that an engine over a network answers each call in one trip.
 */
public interface EngineView extends AutoCloseable {

    /** Papers that are found by words. */
    long indexed();

    /** Papers that are found by meaning too. */
    long embedded();

    /** No paper here has a higher number; 0 where there is none. */
    long highest();

    /** The papers that hold any of the query's words, by BM25. */
    List<Candidate> words(String query, Scope scope, int limit);

    /** The papers nearest to a vector of the model with this place in the list of models, by cosine. */
    List<Candidate> meaning(int model, float[] vector, Scope scope, int limit);

    /** Those of these papers that are here, in any order, with the score 0. */
    List<Candidate> papers(Collection<Long> numbers);

    /** The model's vectors, by number, of those of the candidates that are embedded; this view gave them all. */
    Map<Long, float[]> vectors(int model, List<Candidate> candidates);

    /**
     * How near candidates that this view gave are to a vector of the model, by cosine, each at its own
     * place; NaN for those that are not embedded.
     */
    double[] similarities(int model, float[] vector, List<Candidate> candidates);

    /** The papers whose title is one of these but for case, accents, spaces and punctuation, newest first. */
    List<Long> titled(Set<String> titles, Scope scope, int limit);

    /** The papers with an author of this name, whatever the accents and the order of its parts, newest first. */
    List<Long> by(String author, Scope scope, int limit);

    /**
     * All papers in the scope, by what they are and not by what they say.
     *
     * @param after the paper behind which to begin, in the same order; null for the beginning
     */
    List<SortKey> listed(Scope scope, SortOrder order, @Nullable SortKey after, int limit);

    /** The newest papers, newest first. */
    default List<Long> newest(Scope scope, int limit) {
        return listed(scope, SortOrder.DATE, null, limit).stream()
                .map(SortKey::number)
                .toList();
    }

    /** These papers in an order; those that are not here are left out. */
    List<Long> ordered(Collection<Long> numbers, SortOrder order);

    /** What the papers in the scope have. */
    Facets facets(Scope scope);

    /** What these papers have. */
    Facets facets(Collection<Long> numbers);

    /** Its words, for spelling. */
    Vocabulary vocabulary();

    /** What in it begins as is typed. */
    Beginnings beginnings(String typed, Wanted wanted);

    @Override
    void close();
}
