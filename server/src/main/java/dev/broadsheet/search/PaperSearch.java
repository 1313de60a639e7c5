package dev.broadsheet.search;

import dev.broadsheet.search.SearchAnswer.Hit;
import java.util.List;

/** The one entrance to searching. Thread-safe. Never throws because of what is asked. */
public interface PaperSearch {

    /** The papers that answer the request best, best first. */
    SearchAnswer search(SearchRequest request);

    /**
     * The papers near in meaning to the examples, with the mean of the models' cosines as score; empty while
     * no liked example is embedded.
     */
    List<Hit> related(RelatedRequest request);

    /**
     * What may be meant by what is typed so far: papers by their titles, authors, categories, in this
     * order. Quick enough to be asked at each key.
     *
     * @param typed any text; of more than 200 characters or none nothing is suggested
     * @param limit how many at most, at least 1
     */
    List<Suggestion> suggest(String typed, int limit);

    /** How far the index and the embedding have come. */
    SearchState state();
}
