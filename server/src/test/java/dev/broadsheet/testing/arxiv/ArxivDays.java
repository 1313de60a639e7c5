package dev.broadsheet.testing.arxiv;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When arXiv announces: what is submitted until 14:00 US Eastern on a weekday is announced at 20:00
 * that evening, Sunday takes the place of Friday, and the listing bears the date of the morning after.
 * On the eve of a holiday nothing is announced; the next announcement has it all. Immutable.
 *
 * @param holidays dates on which no listing appears, beside Saturdays and Sundays
 */
public record ArxivDays(Set<LocalDate> holidays) {
    /** Where arXiv is at home. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final LocalTime CUT_OFF = LocalTime.of(14, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    public ArxivDays {
        holidays = Set.copyOf(holidays);
    }

    /** Whether there is a listing of this date. */
    public boolean announces(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && !holidays.contains(day);
    }

    /** The date of the listing that has what was submitted at this instant, if no moderator holds it. */
    public LocalDate dayOf(Instant submitted) {
        ZonedDateTime local = submitted.atZone(ZONE);
        LocalDate day = local.toLocalDate();
        while (!announces(day) || !submitted.isBefore(cutOff(day))) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** When the listing of this date is made public. */
    public Instant announced(LocalDate day) {
        return day.minusDays(1).atTime(EVENING).atZone(ZONE).toInstant();
    }

    /** The latest date whose announcement is at least so long ago. */
    LocalDate latest(Instant now, Duration ago) {
        LocalDate day = now.atZone(ZONE).toLocalDate().plusDays(1);
        while (announced(day).plus(ago).isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static Instant cutOff(LocalDate day) {
        LocalDate eve = day.minusDays(1);
        while (eve.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            eve = eve.minusDays(1);
        }
        return eve.atTime(CUT_OFF).atZone(ZONE).toInstant();
    }
}
