package dev.broadsheet.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A date as exact as its source gives it: a year, a month or a day.
 *
 * @param text {@code 2026}, {@code 2026-08} or {@code 2026-08-21}
 */
public record PartialDate(@JsonValue String text) implements Comparable<PartialDate> {
    /** Nothing printed is older; a smaller year is a mistake of the source. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 2999;

    /** @throws DateTimeException if the text is no such date or its year is out of range (1000 to 2999) */
    @JsonCreator
    public PartialDate {
        int year = switch (text.length()) {
            case 4 -> Year.parse(text).getValue();
            case 7 -> YearMonth.parse(text).getYear();
            default -> LocalDate.parse(text).getYear();
        };
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("the year " + year + " is not between " + FIRST_YEAR + " and " + LAST_YEAR);
        }
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    public int year() {
        return Integer.parseInt(text.substring(0, 4));
    }

    /** The first day that the date may mean. */
    public LocalDate firstDay() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(year(), 1, 1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /** By first day; of two that begin together the less exact one first. */
    @Override
    public int compareTo(PartialDate other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
