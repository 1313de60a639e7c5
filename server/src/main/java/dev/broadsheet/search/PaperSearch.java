package dev.broadsheet.search;

import dev.broadsheet.paper.Paper;
import java.util.List;

/** The one entrance to searching. Thread-safe. Never throws because of what is asked. */
public interface PaperSearch {

    /** The papers that answer the request best, best first. */
    SearchAnswer search(SearchRequest request);

    /**
     * The papers nearest in meaning to this one, nearest first, itself left out; empty while the
     * paper is not embedded.
     *
     * @param number the paper's number in the catalogue
     */
    List<Paper> related(long number, int limit);

    /** How far the index and the embedding have come. */
    SearchState state();
}
