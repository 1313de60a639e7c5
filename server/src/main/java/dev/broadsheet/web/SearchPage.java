package dev.broadsheet.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as its page shows it.
 *
 * @param summary what was found, in words; null where nothing was asked
 * @param spelling another spelling of the query, or null
 * @param note what a reader must know of the answer, or null
 * @param facets filters with counts
 * @param counted what the counts are of, in words; null where nothing was counted
 * @param orders the orders that the answers can be given in
 * @param reasons the address of the same page with reasons, or without
 */
public record SearchPage(
        SearchForm form,
        @Nullable String summary,
        @Nullable RespelledQuery spelling,
        @Nullable String note,
        List<Answer> answers,
        List<Facet> facets,
        @Nullable String counted,
        List<RelatedPage.Sorting> orders,
        Step reasons,
        @Nullable Step earlier,
        @Nullable Step later) {

    /** A page without answers. */
    static SearchPage unasked(SearchForm form) {
        Step reasons = new Step(form.href(), "");
        return new SearchPage(form, null, null, null, List.of(), List.of(), null, List.of(), reasons, null, null);
    }

    /** How many filters are in force. */
    public int chosen() {
        return facets.stream().mapToInt(facet -> facet.chosen().size()).sum();
    }

    boolean hasMathematics() {
        return answers.stream().anyMatch(answer -> answer.card.hasMathematics());
    }

    /** A paper, and why it is here where that was asked for. */
    public record Answer(Card card, @Nullable Reason reason) {}
}
