package dev.broadsheet.daily;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The days that one list is about. */
public sealed interface Period {
    /** The three lengths. */
    enum Kind {
        DAY,
        WEEK,
        MONTH
    }

    LocalDate firstDay();

    /** The last day, included. */
    LocalDate lastDay();

    Kind kind();

    /** As written in addresses: {@code 2026-08-21}, {@code 2026-W34} or {@code 2026-08}. */
    String address();

    /** In words: "Friday, 21 August 2026", "Week 34 of 2026", "August 2026". */
    String words();

    /** The period of that length that the day belongs to. */
    static Period of(Kind kind, LocalDate day) {
        return switch (kind) {
            case DAY -> new Day(day);
            case WEEK -> new Week(day.with(DayOfWeek.MONDAY));
            case MONTH -> new Month(YearMonth.from(day));
        };
    }

    /** Reads what {@link #address} writes; empty for anything else, never throws. */
    static Optional<Period> parse(Kind kind, String address) {
        if (!Written.isExact(kind, address)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (kind) {
                        case DAY -> new Day(LocalDate.parse(address));
                        case WEEK -> new Week(LocalDate.parse(address + "-1", DateTimeFormatter.ISO_WEEK_DATE));
                        case MONTH -> new Month(YearMonth.parse(address));
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** One day. */
    record Day(LocalDate firstDay) implements Period {
        @Override
        public LocalDate lastDay() {
            return firstDay;
        }

        @Override
        public Kind kind() {
            return Kind.DAY;
        }

        @Override
        public String address() {
            return firstDay.toString();
        }

        @Override
        public String words() {
            return firstDay.format(Written.DAY);
        }
    }

    /**
     * An ISO week.
     *
     * @param firstDay its Monday
     */
    record Week(LocalDate firstDay) implements Period {
        public Week {
            if (firstDay.getDayOfWeek() != DayOfWeek.MONDAY) {
                throw new IllegalArgumentException("a week begins on a Monday, not on " + firstDay);
            }
        }

        @Override
        public LocalDate lastDay() {
            return firstDay.plusDays(6);
        }

        @Override
        public Kind kind() {
            return Kind.WEEK;
        }

        @Override
        public String address() {
            return String.format(
                    Locale.ROOT,
                    "%d-W%02d",
                    firstDay.get(IsoFields.WEEK_BASED_YEAR),
                    firstDay.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        @Override
        public String words() {
            return String.format(
                    Locale.ROOT,
                    "Week %d of %d",
                    firstDay.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                    firstDay.get(IsoFields.WEEK_BASED_YEAR));
        }
    }

    /** A calendar month. */
    record Month(YearMonth month) implements Period {
        @Override
        public LocalDate firstDay() {
            return month.atDay(1);
        }

        @Override
        public LocalDate lastDay() {
            return month.atEndOfMonth();
        }

        @Override
        public Kind kind() {
            return Kind.MONTH;
        }

        @Override
        public String address() {
            return month.toString();
        }

        @Override
        public String words() {
            return month.format(Written.MONTH);
        }
    }

    /** How dates are written. */
    final class Written {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
        private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
        private static final Pattern DAY_FORM = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");
        private static final Pattern WEEK_FORM = Pattern.compile("[12]\\d{3}-W\\d{2}");
        private static final Pattern MONTH_FORM = Pattern.compile("[12]\\d{3}-\\d{2}");

        private Written() {}

        private static boolean isExact(Kind kind, String address) {
            Pattern form = switch (kind) {
                case DAY -> DAY_FORM;
                case WEEK -> WEEK_FORM;
                case MONTH -> MONTH_FORM;
            };
            return form.matcher(address).matches();
        }
    }
}
