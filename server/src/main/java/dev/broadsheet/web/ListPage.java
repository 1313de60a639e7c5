package dev.broadsheet.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as its page shows it.
 *
 * @param count how many papers it has, in words
 * @param order by what the papers are ordered, as a sentence
 * @param completeness how complete the day is, a line for each source; empty for other periods
 * @param note why there are none, or null
 * @param remarks more sentences after the note
 * @param filling whether the first papers are still to come, so that looking again is worth while
 * @param other the same period's other papers, or null
 * @param categories those of the whole list, the largest
 * @param every the list with all categories again, where one was chosen; else null
 * @param up the latest list, where this one is missing; null where it is not
 * @param earlier the page before this one, of a long list
 * @param later the page after this one
 */
public record ListPage(
        String heading,
        String count,
        String order,
        List<Completeness> completeness,
        @Nullable String note,
        List<String> remarks,
        boolean filling,
        @Nullable Step previous,
        @Nullable Step next,
        List<Card> cards,
        @Nullable Step other,
        List<Category> categories,
        @Nullable Step every,
        @Nullable Step up,
        @Nullable Step earlier,
        @Nullable Step later) {

    /** How many papers of the list are in a category, and the list of those. */
    public record Category(String name, int papers, String href, boolean chosen) {}
}
