package dev.broadsheet.web.search;

import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Pagination;
import dev.broadsheet.web.shared.SortingChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search as its page shows it.
 *
 * @param answer null where nothing was searched
 */
record SearchPage(SearchForm form, @Nullable Answer answer) {
    boolean hasMathematics() {
        return answer != null && answer.papers.stream().anyMatch(paper -> paper.card.hasMathematics());
    }

    /**
     * What was found.
     *
     * @param summary in words
     * @param spelling another spelling of the query, or null
     * @param note what a reader must know of the answer, or null
     */
    record Answer(
            String summary,
            @Nullable RespelledQuery spelling,
            @Nullable String note,
            List<FoundPaper> papers,
            Narrowing narrowing,
            Sorting sorting,
            Pagination pagination) {}

    /** A paper, and why it is here where that was asked for. */
    record FoundPaper(Card card, @Nullable Reason reason) {}

    /**
     * Filters with counts.
     *
     * @param counted what the counts are of, in words; null where nothing was counted
     */
    record Narrowing(List<Facet> facets, @Nullable String counted) {
        /** How many filters are in force. */
        int chosen() {
            return facets.stream().mapToInt(facet -> facet.chosen().size()).sum();
        }
    }

    /**
     * The orders that the answer can be given in.
     *
     * @param reasons the same page with reasons, or without
     */
    record Sorting(List<SortingChoice> orders, NamedLink reasons) {}
}
