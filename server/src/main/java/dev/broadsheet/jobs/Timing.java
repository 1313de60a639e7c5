package dev.broadsheet.jobs;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** When a job runs. Immutable. */
public sealed interface Timing {
    /**
     * Every so often. The first run starts at once.
     *
     * @param pause between the end of one run and the start of the next
     */
    record Every(Duration pause) implements Timing {}

    /**
     * At a time of day.
     *
     * <p>Where the clocks are put forward over that time it runs at the moment they are; where they are put back over
     * it, at the first of the two. What no server was there for runs as soon as one is, as long as it is the same day
     * in the zone or less than an hour late; after that it is left out until the next such day. A new job waits for
     * its first time. A run that lasts beyond the next time takes that one's place.
     *
     * @param days the days of the week on which it runs, at least one
     */
    record At(LocalTime time, ZoneId zone, Set<DayOfWeek> days) implements Timing {
        /** @throws IllegalArgumentException if there is no day */
        public At {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a job that would run on no day");
            }
            days = Set.copyOf(days);
        }
    }

    /** See {@link Every}. */
    static Timing every(Duration pause) {
        return new Every(pause);
    }

    /** Every day at that time; see {@link At}. */
    static Timing at(LocalTime time, ZoneId zone) {
        return new At(time, zone, EnumSet.allOf(DayOfWeek.class));
    }
}
