package dev.broadsheet.web.list;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyList;
import dev.broadsheet.daily.DailyList.Absence;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Period.Kind;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.SourceOverview;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a list has no papers. */
final class Absences {
    private final DailyLists lists;
    private final SourceOverview followed;
    private final Catalogue catalogue;

    Absences(DailyLists lists, SourceOverview followed, Catalogue catalogue) {
        this.lists = lists;
        this.followed = followed;
        this.catalogue = catalogue;
    }

    /** Whether the sources that are followed have brought no list yet. */
    boolean isFilling(DailyList list) {
        return list.absence() == Absence.NO_LISTS_AT_ALL && lists.edition().isDefault() && !followed.isEmpty();
    }

    /**
     * @param category the one chosen, or null
     * @return null where there are papers
     */
    @Nullable AbsenceNote of(DailyList list, @Nullable String category) {
        Absence absence = list.absence();
        if (absence == null) {
            return null;
        }
        if (isFilling(list)) {
            return new AbsenceNote(filling(), followed.beginnings(), true, null);
        }
        return new AbsenceNote(
                words(absence, list.period(), category),
                List.of(),
                false,
                absence == Absence.NONE_IN_CATEGORY || absence == Absence.NONE_NEW
                        ? null
                        : latest(list.period().kind()));
    }

    private String filling() {
        long papers = catalogue.size();
        return "The first papers are being fetched. This page looks again by itself."
                + (papers == 0
                        ? ""
                        : " The catalogue holds " + DisplayFormat.count(papers, "paper", "papers") + " already.");
    }

    private String words(Absence absence, Period period, @Nullable String category) {
        String kind = ListWords.kind(period.kind());
        return switch (absence) {
            case NO_APPEARANCE -> noAppearance(period.firstDay().getDayOfWeek());
            case NOT_YET -> "There is no list for this " + kind + " yet.";
            case BEFORE_THE_FIRST ->
                "The first list is of "
                        + lists.firstDay()
                                .map(day -> new Period.Day(day).words())
                                .orElse("a later day")
                        + ".";
            case NOT_PUBLISHED -> "No list is known for this " + kind + ".";
            case NONE_IN_CATEGORY -> "No paper of this " + kind + "’s list is in " + category + ".";
            case NONE_NEW -> "You have seen everything on this list.";
            case NO_LISTS_AT_ALL ->
                "This catalogue has no lists yet. It holds "
                        + DisplayFormat.count(catalogue.size(), "paper", "papers")
                        + ", and all of them can be searched.";
        };
    }

    private String noAppearance(DayOfWeek day) {
        return "This is a " + DisplayFormat.weekday(day) + ". Lists appear "
                + DisplayFormat.weekdays(lists.edition().rhythm().weekdays()) + ".";
    }

    private @Nullable NamedLink latest(Kind kind) {
        return lists.latestDay()
                .map(day -> Period.of(kind, day))
                .map(period -> new NamedLink(period.words(), Addresses.list(lists.edition(), period)))
                .orElse(null);
    }
}
