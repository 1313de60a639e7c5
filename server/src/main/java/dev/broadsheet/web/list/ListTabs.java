package dev.broadsheet.web.list;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Period.Kind;
import dev.broadsheet.site.Tab;
import java.util.List;

/** Day, week, month and what is trending, from a page that is about one of them. */
final class ListTabs {
    private static final String TRENDING = "Trending";

    private ListTabs() {}

    static List<Tab> of(DailyEdition edition, Period shown) {
        return List.of(
                tab(edition, "Day", Kind.DAY, shown),
                tab(edition, "Week", Kind.WEEK, shown),
                tab(edition, "Month", Kind.MONTH, shown),
                new Tab(TRENDING, Addresses.trending(edition), false));
    }

    /** From the page of what is trending in an edition. */
    static List<Tab> ofTrending(DailyEdition edition) {
        return List.of(
                new Tab("Day", Addresses.latest(edition, Kind.DAY), false),
                new Tab("Week", Addresses.latest(edition, Kind.WEEK), false),
                new Tab("Month", Addresses.latest(edition, Kind.MONTH), false),
                new Tab(TRENDING, Addresses.trending(edition), true));
    }

    /** From a day up to its week and month; down from a month there are many. */
    private static Tab tab(DailyEdition edition, String words, Kind kind, Period shown) {
        return shown.kind().compareTo(kind) > 0
                ? new Tab(words, Addresses.latest(edition, kind), false)
                : new Tab(words, Addresses.list(edition, Period.of(kind, shown.firstDay())), shown.kind() == kind);
    }
}
