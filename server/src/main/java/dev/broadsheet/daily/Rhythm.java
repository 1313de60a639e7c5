package dev.broadsheet.daily;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * When an edition appears. Immutable.
 *
 * @param zone in which its days lie
 * @param rollover the hour of the day, 0 to 23, at which the day's list begins; until then it is the day before's
 * @param weekdays on which it appears; not empty
 */
public record Rhythm(ZoneId zone, int rollover, Set<DayOfWeek> weekdays) {
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    public Rhythm {
        if (rollover < 0 || rollover > 23 || weekdays.isEmpty()) {
            throw new IllegalArgumentException("an edition needs an hour and a weekday: " + rollover + ", " + weekdays);
        }
        weekdays = Collections.unmodifiableSet(EnumSet.copyOf(weekdays));
    }

    /** From Monday to Friday, from midnight on. */
    public static Rhythm workingDays(ZoneId zone) {
        return new Rhythm(zone, 0, WORKING_DAYS);
    }

    /** The same in another zone. */
    Rhythm in(ZoneId other) {
        return new Rhythm(other, rollover, weekdays);
    }

    /**
     * The moment at which a day begins here. Where clocks are put forward over the hour, it is the first moment after
     * that; where they are put back, the first of the two.
     */
    public Instant beginning(LocalDate day) {
        return day.atTime(rollover, 0).atZone(zone).toInstant();
    }

    /** The day that has begun last; it never steps back while time goes on. */
    public LocalDate today(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone).plusDays(1);
        while (beginning(day).isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The day on whose list a paper comes that is submitted at this moment: today, or the next day with a list. */
    public LocalDate current(Instant now) {
        return listDay(today(now));
    }

    /** The day itself, or the next one on which the edition appears. */
    public LocalDate listDay(LocalDate day) {
        LocalDate next = day;
        while (!appearsOn(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The first day whose news stand on the list of a day on which the edition appears. */
    LocalDate newsFrom(LocalDate day) {
        LocalDate first = day;
        while (!appearsOn(first.minusDays(1))) {
            first = first.minusDays(1);
        }
        return first;
    }

    public boolean appearsOn(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek());
    }
}
