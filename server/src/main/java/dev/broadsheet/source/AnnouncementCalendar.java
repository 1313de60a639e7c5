package dev.broadsheet.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** On which days a source announces, and from when on a day can be complete. Thread-safe. */
public interface AnnouncementCalendar {
    /** Every day, by UTC; a day can be complete when it is over. */
    AnnouncementCalendar DAILY = daily(0);

    /**
     * Every day, by UTC; a day can be complete so many days after it is over.
     *
     * @param later for how long the source goes on filling a day
     */
    static AnnouncementCalendar daily(int later) {
        return new AnnouncementCalendar() {
            @Override
            public Optional<String> quiet(LocalDate day) {
                return Optional.empty();
            }

            @Override
            public Instant settled(LocalDate day) {
                return day.plusDays(1L + later).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
        };
    }

    /** Why nothing is announced on this day, for a person ({@code Saturday}, a holiday's name); empty if something is. */
    Optional<String> quiet(LocalDate day);

    /** From when on a count of this day can be the whole of it. */
    Instant settled(LocalDate day);
}
