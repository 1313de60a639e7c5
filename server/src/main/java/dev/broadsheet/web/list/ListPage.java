package dev.broadsheet.web.list;

import dev.broadsheet.account.Person;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Visits.News;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Pagination;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param reading what concerns the reader
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
        Pagination pagination,
        Reading reading) {

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

    /**
     * What concerns whoever reads.
     *
     * @param news what is new to them, in words; null for whoever is not signed in or was not here before
     * @param choice to hide what they have seen, or to see it again; null likewise
     * @param actions what they can do with the list
     */
    record Reading(@Nullable String news, @Nullable NamedLink choice, List<NamedLink> actions) {
        static Reading of(ListAddress here, @Nullable News news, @Nullable Person person, DailyLists lists) {
            List<NamedLink> actions = new ArrayList<>();
            DailyEdition edition = here.edition();
            if (edition.maySubmit(person)) {
                actions.add(new NamedLink("Submit a paper", Addresses.submit(edition)));
            }
            if (edition.isCurator(person)) {
                LocalDate day = here.period() instanceof Period.Day shown
                        ? shown.firstDay()
                        : lists.latestDay().orElseGet(lists::today);
                actions.add(new NamedLink("Curate this list", Addresses.curation(edition, day)));
            }
            if (news == null || news.first()) {
                return new Reading(null, null, actions);
            }
            int number = news.papers().size();
            NamedLink choice = here.unseen()
                    ? new NamedLink("Show the whole list", here.unseen(false).href())
                    : number == 0
                            ? null
                            : new NamedLink(
                                    "Hide what I have seen", here.unseen(true).href());
            return new Reading(number + " new since your last visit", choice, actions);
        }
    }
}
