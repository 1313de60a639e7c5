package dev.broadsheet.web;

import dev.broadsheet.daily.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page.
 *
 * @param title in the browser's tab, without the edition's name
 * @param tabs day, week, month
 * @param query what stands in the search box
 * @param mathematics whether the page has formulas to set
 * @param indexed whether search engines may keep the page
 */
public record Frame(
        Assets assets,
        Edition edition,
        String title,
        List<Tab> tabs,
        String query,
        boolean mathematics,
        boolean indexed) {

    /** One of the tabs. */
    public record Tab(String name, String href, boolean current) {}

    /** The tabs for a page that is about a period, or about none. */
    static List<Tab> tabs(@Nullable Period shown) {
        return List.of(
                tab("Day", "/papers/date", Period.Kind.DAY, shown),
                tab("Week", "/papers/week", Period.Kind.WEEK, shown),
                tab("Month", "/papers/month", Period.Kind.MONTH, shown));
    }

    private static Tab tab(String name, String base, Period.Kind kind, @Nullable Period shown) {
        if (shown == null || shown.kind().compareTo(kind) > 0) {
            return new Tab(name, base, false);
        }
        // From a day up to its week and month.
        String href = base + "/" + Period.of(kind, shown.firstDay()).address();
        return new Tab(name, href, shown.kind() == kind);
    }
}
