package dev.broadsheet.ingest;

import dev.broadsheet.ingest.filing.FilingOutcome;

/**
 * What became of the records of one harvest, over all its runs.
 *
 * @param added records that became a new paper
 * @param changed records that changed a paper, its lists or its sources
 * @param unchanged records that said nothing new
 * @param rejected records that could not be read
 */
public record IngestCounts(long added, long changed, long unchanged, long rejected) {
    static final IngestCounts NONE = new IngestCounts(0, 0, 0, 0);

    /** All records together. */
    public long records() {
        return added + changed + unchanged + rejected;
    }

    IngestCounts with(FilingOutcome filed) {
        return switch (filed) {
            case ADDED -> new IngestCounts(added + 1, changed, unchanged, rejected);
            case CHANGED -> new IngestCounts(added, changed + 1, unchanged, rejected);
            case UNCHANGED -> new IngestCounts(added, changed, unchanged + 1, rejected);
        };
    }

    IngestCounts withRejected() {
        return new IngestCounts(added, changed, unchanged, rejected + 1);
    }

    IngestCounts plus(IngestCounts other) {
        return new IngestCounts(
                added + other.added, changed + other.changed, unchanged + other.unchanged, rejected + other.rejected);
    }

    IngestCounts minus(IngestCounts other) {
        return new IngestCounts(
                added - other.added, changed - other.changed, unchanged - other.unchanged, rejected - other.rejected);
    }
}
