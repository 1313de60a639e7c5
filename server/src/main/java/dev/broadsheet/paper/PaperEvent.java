package dev.broadsheet.paper;

import java.time.Instant;

/**
 * Something that changed about a paper since it was first here.
 *
 * @param at when it was noticed
 * @param before what was there, as text: a version's number, categories with blanks between, a title;
 *     empty for withdrawals
 * @param after what is there since
 */
public record PaperEvent(Instant at, Kind kind, String before, String after) {

    /** What changed. */
    public enum Kind {
        /** There is a new version. */
        VERSION,
        /** The authors or the source withdrew it. */
        WITHDRAWN,
        /** It is no longer withdrawn. */
        RESTORED,
        /** It stands in other categories, or has another primary one. */
        CATEGORIES,
        /** It has another title. */
        TITLE
    }
}
