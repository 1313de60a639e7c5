package dev.broadsheet.source.paged;

import dev.broadsheet.source.AnnouncementCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The calendar, by UTC, of a place where papers come when they come: a day without any is not a surprise. */
public final class UnscheduledCalendar implements AnnouncementCalendar {
    public static final UnscheduledCalendar INSTANCE = new UnscheduledCalendar();

    private UnscheduledCalendar() {}

    @Override
    public Optional<String> quiet(LocalDate day) {
        return Optional.of("papers come on no fixed days");
    }

    @Override
    public Instant settled(LocalDate day) {
        return AnnouncementCalendar.DAILY.settled(day);
    }
}
