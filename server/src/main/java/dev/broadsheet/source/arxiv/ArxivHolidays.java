package dev.broadsheet.source.arxiv;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Weekdays on which arXiv does not close its intake, so that nothing is announced in the evening.
 * arXiv decides them year by year (info.arxiv.org/help/availability, status.arxiv.org); those of 2020
 * to 2026 stand here as decided. For later years: the public holidays that it has kept lately.
 */
final class ArxivHolidays {
    private static final int LAST_YEAR = 2026;

    private static final String NEW_YEAR = "New Year's Day";
    private static final String KING = "Martin Luther King Jr. Day";
    private static final String JUNETEENTH = "Juneteenth";
    private static final String INDEPENDENCE = "Independence Day";
    private static final String LABOR = "Labor Day";
    private static final String THANKSGIVING = "Thanksgiving";
    private static final String WINTER = "winter break";
    private static final String STAFF = "staff meeting";

    private static final Map<LocalDate, String> DECIDED = decided();

    private ArxivHolidays() {}

    /** The holiday's name. */
    static Optional<String> on(LocalDate day) {
        if (day.getYear() <= LAST_YEAR) {
            return Optional.ofNullable(DECIDED.get(day));
        }
        // A year's first day can be kept on the last one of the year before.
        return usual(day, day.getYear()).or(() -> usual(day, day.getYear() + 1));
    }

    private static Optional<String> usual(LocalDate day, int year) {
        if (day.equals(weekday(LocalDate.of(year, Month.JANUARY, 1)))) {
            return Optional.of(NEW_YEAR);
        }
        if (day.equals(
                LocalDate.of(year, Month.JANUARY, 1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.MONDAY)))) {
            return Optional.of(KING);
        }
        if (day.equals(weekday(LocalDate.of(year, Month.JUNE, 19)))) {
            return Optional.of(JUNETEENTH);
        }
        if (day.equals(weekday(LocalDate.of(year, Month.JULY, 4)))) {
            return Optional.of(INDEPENDENCE);
        }
        if (day.equals(LocalDate.of(year, Month.SEPTEMBER, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)))) {
            return Optional.of(LABOR);
        }
        if (day.equals(LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)))) {
            return Optional.of(THANKSGIVING);
        }
        return day.equals(weekday(LocalDate.of(year, Month.DECEMBER, 25)))
                ? Optional.of("Christmas")
                : Optional.empty();
    }

    /** The weekday on which a holiday is kept that falls on a weekend. */
    private static LocalDate weekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static Map<LocalDate, String> decided() {
        Map<LocalDate, String> days = new TreeMap<>();
        add(days, NEW_YEAR, "2020-01-01", "2021-01-01", "2025-01-01", "2026-01-01");
        add(days, KING, "2020-01-20", "2022-01-17", "2023-01-16", "2024-01-15", "2025-01-20", "2026-01-19");
        add(days, "strike for Black lives", "2020-06-09");
        add(days, JUNETEENTH, "2022-06-20", "2023-06-19", "2024-06-19", "2025-06-19", "2026-06-19");
        // The Sunday of 2025 is one of its own: arXiv named it beside the Friday before.
        add(days, INDEPENDENCE, "2023-07-04", "2024-07-04", "2025-07-04", "2025-07-06", "2026-07-03");
        add(days, LABOR, "2022-09-05", "2023-09-04", "2024-09-02", "2025-09-01", "2026-09-07");
        add(days, THANKSGIVING, "2020-11-26", "2021-11-25", "2022-11-24", "2023-11-23", "2024-11-28", "2025-11-27");
        add(days, THANKSGIVING, "2026-11-26");
        add(days, WINTER, "2020-12-25", "2020-12-29", "2020-12-30", "2021-12-24", "2021-12-28", "2021-12-30");
        add(days, WINTER, "2022-12-27", "2022-12-29", "2023-12-25", "2023-12-27", "2024-12-25", "2024-12-26");
        add(days, WINTER, "2024-12-31", "2025-12-25", "2025-12-30", "2026-12-25", "2026-12-29", "2026-12-31");
        add(days, STAFF, "2021-10-20", "2023-06-14", "2023-08-17", "2024-05-22", "2024-10-08");
        return days;
    }

    private static void add(Map<LocalDate, String> days, String name, String... dates) {
        Arrays.stream(dates).map(LocalDate::parse).forEach(date -> days.put(date, name));
    }
}
