package dev.broadsheet.search;

import org.jspecify.annotations.Nullable;

/**
 * How far the followers of the catalogue have come.
 *
 * @param indexedRevision the revision that the index has reached
 * @param latestRevision the catalogue's latest
 * @param indexed papers that are found by words
 * @param embedded papers that are found by meaning too
 * @param waiting papers that wait to be embedded
 * @param embeddedPerSecond over the last minute; 0 while nothing is being embedded
 * @param indexBytes what the index takes on disk
 * @param problem what keeps a follower from its work, as a sentence for the operator; null while nothing does
 */
public record SearchState(
        long indexedRevision,
        long latestRevision,
        long indexed,
        long embedded,
        long waiting,
        double embeddedPerSecond,
        long indexBytes,
        @Nullable String problem) {

    /** With nothing wrong. */
    public SearchState(
            long indexedRevision,
            long latestRevision,
            long indexed,
            long embedded,
            long waiting,
            double embeddedPerSecond,
            long indexBytes) {
        this(indexedRevision, latestRevision, indexed, embedded, waiting, embeddedPerSecond, indexBytes, null);
    }
}
