package dev.broadsheet.web.list;

import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as its page shows it.
 *
 * @param count how many papers it has, in words
 * @param order by what the papers are ordered, as a sentence
 * @param completeness how complete the day is, a line for each source; empty for other periods
 * @param absence why there are no papers; null where there are some
 * @param pagination the other pages of a long list
 */
record ListPage(
        String heading,
        String count,
        String order,
        List<Completeness> completeness,
        @Nullable AbsenceNote absence,
        Neighbours neighbours,
        Choices choices,
        List<Card> cards,
        Pagination pagination) {

    boolean hasMathematics() {
        return cards.stream().anyMatch(Card::hasMathematics);
    }

    /** The lists before and after it; null where there is none. */
    record Neighbours(
            @Nullable NamedLink previous, @Nullable NamedLink next) {}

    /**
     * Other choices among the same period's papers.
     *
     * @param other the papers that this list leaves out, or null
     * @param every the list with all categories again, where one was chosen; else null
     * @param categories those of the whole list, the largest
     */
    record Choices(@Nullable NamedLink other, @Nullable NamedLink every, List<Category> categories) {}

    /** How many papers of the list are in a category, and the list of those. */
    record Category(String name, int papers, String href, boolean chosen) {}
}
