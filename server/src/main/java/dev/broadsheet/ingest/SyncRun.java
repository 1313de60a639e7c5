package dev.broadsheet.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source's last run went.
 *
 * @param endedAt null while it runs, and where the process died
 * @param outcome null as long as {@code endedAt} is
 * @param problem what went wrong, one line for each, for a person; null where nothing did
 * @param setbacks how many runs in a row, up to the last that ended, broke off or left days open or
 *     incomplete, and nothing got better by it; 0 where the last left nothing to be desired
 */
public record SyncRun(
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,
        @Nullable String problem,
        int setbacks) {

    /** The ways to end. */
    public enum Outcome {
        /** All that was asked for was read to its end. */
        FINISHED,
        /** It was stopped; the next run goes on there. */
        STOPPED,
        /** Something could not be read; all else was, and the next run tries again. */
        BROKEN_OFF
    }
}
