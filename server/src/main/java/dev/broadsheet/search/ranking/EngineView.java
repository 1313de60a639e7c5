package dev.broadsheet.search.ranking;

import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.typing.Beginnings;
import dev.broadsheet.search.typing.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** The newest papers, newest first. */
    List<Long> newest(Scope scope, int limit);

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
