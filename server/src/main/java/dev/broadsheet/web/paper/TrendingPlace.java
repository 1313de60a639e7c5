package dev.broadsheet.web.paper;

import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.trending.TrendingParts;
import dev.broadsheet.web.shared.DisplayFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a paper stands where it stands among what is trending, as its page says it.
 *
 * @param place in words
 * @param rows what its support consists of, without what is zero
 * @param support of all rows together
 * @param damped the points that the support gives
 * @param age how old it is, in words
 * @param faded the points that its age takes
 * @param score what is left
 */
record TrendingPlace(
        String place, List<Row> rows, String support, String damped, String age, String faded, String score) {

    /** One kind of support. */
    record Row(String words, String number, String weight, String support) {}

    static @Nullable TrendingPlace of(Trending trending, DailyEdition edition, long paper) {
        Integer place = trending.list(edition).place(paper);
        return trending.parts(paper).map(parts -> of(place, parts)).orElse(null);
    }

    private static TrendingPlace of(@Nullable Integer place, TrendingParts parts) {
        return new TrendingPlace(
                place == null ? "It is not on the list." : "It has place " + DisplayFormat.number(place) + ".",
                parts.terms().stream()
                        .filter(term -> term.number() > 0)
                        .map(term -> new Row(
                                term.words(),
                                DisplayFormat.number(term.number()),
                                decimal(term.weight()),
                                decimal(term.support())))
                        .toList(),
                decimal(parts.support()),
                decimal(parts.damped()),
                DisplayFormat.count(parts.age().workingDays(), "working day", "working days")
                        + ", counted from the day on which it was "
                        + parts.age().basis().words() + ", "
                        + DisplayFormat.date(parts.age().since())
                        + "; each "
                        + (parts.age().doublingDays() == 1 ? "day" : parts.age().doublingDays() + " days")
                        + " take one point",
                decimal(parts.faded()),
                decimal(parts.score()));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replace("-", "−");
    }
}
