package dev.broadsheet.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a host that sources ask, for a person to see. Counts begin with the program's start.
 *
 * @param host name and port, as in the settings
 * @param restsUntil until when it is not asked, because it failed again and again or asked for
 *     patience itself; null if it may be asked
 * @param problem the last one, in one line; empty if there was none yet
 * @param problemAt when that was, or null
 * @param requestsToday since midnight UTC, repetitions included
 * @param perDay how many a day there may be, 0 for no limit
 */
public record HostState(
        String host,
        @Nullable Instant restsUntil,
        String problem,
        @Nullable Instant problemAt,
        int requestsToday,
        int perDay) {}
