package dev.broadsheet.source.huggingface;

import dev.broadsheet.source.AnnouncementCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists are for Mondays to Fridays: nobody can put a paper on one at a weekend. The next day's list
 * begins at half past nine in the evening in New York, as Hugging Face's own programs reckon.
 */
final class DailyListCalendar implements AnnouncementCalendar {
    static final DailyListCalendar INSTANCE = new DailyListCalendar();

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime NEXT_LIST = LocalTime.of(21, 30);

    private DailyListCalendar() {}

    @Override
    public Optional<String> quiet(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY
                ? Optional.of(weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                : Optional.empty();
    }

    @Override
    public Instant settled(LocalDate day) {
        return day.atTime(NEXT_LIST).atZone(ZONE).toInstant();
    }

    /** From when on there can be a list of the day. */
    static Instant begins(LocalDate day) {
        return INSTANCE.settled(day.minusDays(1));
    }
}
