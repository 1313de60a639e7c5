package dev.broadsheet.admin;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes moments in the zone of a clock, as templates show them. Immutable. */
public record Moments(Clock clock) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);

    /** For instance {@code 28 November 2026, 13:05:00}; a dash for none. */
    public String words(@Nullable Instant moment) {
        return moment == null ? "–" : MOMENT.format(moment.atZone(clock.getZone()));
    }

    /** The zone's name. */
    public String zone() {
        return clock.getZone().getId();
    }
}
