package dev.broadsheet.search.ranking;

import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.typing.Beginnings;
import dev.broadsheet.search.typing.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One unchanging state of an index. Thread-safe; closed by the one who asked for it. Candidates are
 * given best first, each paper once, and only papers that are in the scope.
 */
public interface EngineView extends AutoCloseable {

    /** Papers that are found by words. */
    long indexed();

    /** Papers that are found by meaning too. */
    long embedded();

    /** The papers that hold any of the query's words, by BM25. */
    List<Candidate> words(String query, Scope scope, int limit);

    /** The papers nearest to a vector of the model with this place in the list of models, by cosine. */
    List<Candidate> meaning(int model, float[] vector, Scope scope, int limit);

    /** The papers whose title is one of these but for case, accents, spaces and punctuation, newest first. */
    List<Long> titled(Set<String> titles, Scope scope, int limit);

    /** The papers with an author of this name, whatever the accents and the order of its parts, newest first. */
    List<Long> by(String author, Scope scope, int limit);

    /**
     * All papers in the scope, by what they are and not by what they say.
     *
     * @param order by relevance means by date: nothing else was asked
     * @param after the paper behind which to begin, in the same order; null for the beginning
     */
    List<SortKey> listed(Scope scope, Order order, @Nullable SortKey after, int limit);

    /** The newest papers, newest first. */
    default List<Long> newest(Scope scope, int limit) {
        return listed(scope, Order.DATE, null, limit).stream()
                .map(SortKey::number)
                .toList();
    }

    /** These papers in another order; those that are not here are left out. */
    List<Long> ordered(Collection<Long> numbers, Order order);

    /** How many of the papers in the scope each filter would leave. */
    Counts counts(Scope scope);

    /** How many of these papers each filter would leave. */
    Counts counts(Collection<Long> numbers);

    /** No paper here has a higher number; 0 where there is none. */
    long highest();

    /** The model's vectors of those of these papers that are embedded. */
    Map<Long, float[]> vectors(int model, Collection<Long> numbers);

    /** The model's vectors, by number, of those of the candidates that are embedded; this view gave them all. */
    Map<Long, float[]> vectorsOf(int model, List<Candidate> candidates);

    /**
     * How near candidates that this view gave are to a vector of the model, by cosine, each at its own
     * place; NaN for those that are not embedded.
     */
    double[] similarities(int model, float[] vector, List<Candidate> candidates);

    /** Its words, for spelling. */
    Vocabulary vocabulary();

    /** What in it begins as is typed. */
    Beginnings beginnings();

    @Override
    void close();
}
