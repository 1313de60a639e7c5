package dev.broadsheet.web.list;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyList;
import dev.broadsheet.daily.DailyList.Basis;
import dev.broadsheet.daily.DailyList.Choice;
import dev.broadsheet.daily.Period;
import dev.broadsheet.daily.Period.Kind;
import dev.broadsheet.web.shared.DisplayFormat;
import java.time.LocalDate;
import java.util.Locale;

/** What is said of a list. */
final class ListWords {
    private static final String BY_VOTES =
            "Most votes first, those given here and those that came with an imported list together; then the most"
                    + " comments written here, then what was here earlier.";
    private static final String BY_ANNOUNCEMENT =
            "As announced: papers that are new on that day, then those cross-listed from other categories; of"
                    + " both the newest first.";

    private ListWords() {}

    /** The kind in a sentence: "day". */
    static String kind(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** How a period is written. */
    static String expectation(Kind kind) {
        return switch (kind) {
            case DAY -> "A day is written as year, month and day: " + example(kind) + ".";
            case WEEK -> "A week is written as year and ISO week: " + example(kind) + ".";
            case MONTH -> "A month is written as year and month: " + example(kind) + ".";
        };
    }

    private static String example(Kind kind) {
        return Addresses.list(Period.of(kind, LocalDate.of(2026, 8, 21)));
    }

    /** By what the papers are ordered. */
    static String order(Basis basis) {
        return basis == Basis.VOTES ? BY_VOTES : BY_ANNOUNCEMENT;
    }

    /** How many papers there are. */
    static String count(DailyList list, Choice choice) {
        String papers = DisplayFormat.count(list.total(), "paper", "papers")
                + (choice.all() ? " announced" : "")
                + (choice.category() == null ? "" : " in " + choice.category());
        return list.period().kind() == Kind.DAY || choice.category() != null
                ? papers
                : papers + " from " + DisplayFormat.count(list.days(), "day", "days");
    }
}
