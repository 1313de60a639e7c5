package dev.broadsheet.ingest;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param counts over all runs of this harvest
 * @param time of this run
 * @param rejects the file with the records that could not be read, or null where there are none
 * @param problem why the source broke off, for a person; null unless {@link Outcome#BROKEN_OFF}
 */
public record IngestReport(
        Outcome outcome,
        IngestCounts counts,
        Duration time,
        @Nullable Path rejects,
        @Nullable String problem) {

    /** The ways to end. */
    public enum Outcome {
        /** The source was read to its end. */
        FINISHED,
        /** It had been read to its end before, so that nothing was done. */
        ALREADY_IMPORTED,
        /** It was stopped; the next run goes on there. */
        STOPPED,
        /** The rest of the source cannot be read; what came before is kept, the next run tries again. */
        BROKEN_OFF
    }
}
