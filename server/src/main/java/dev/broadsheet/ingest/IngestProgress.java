package dev.broadsheet.ingest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param done bytes read of the source as it lies there (packed, if it is)
 * @param total bytes of the source, -1 where that is not known
 * @param counts over all runs of this harvest
 * @param rate records a second, in this run
 * @param left the time it will still take, or null where that cannot be told
 */
public record IngestProgress(
        long done,
        long total,
        IngestCounts counts,
        double rate,
        @Nullable Duration left) {}
