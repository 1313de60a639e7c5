package dev.broadsheet.source;

import java.time.LocalDate;

/**
 * That a source announced a paper: what must be there for a day to be complete.
 *
 * @param source the source's name, {@code arxiv} for instance
 * @param part the part of the source that announced it, {@code cs.AI} for instance; empty where a
 *     source has no parts
 * @param day the day that the source itself gives the announcement
 * @param name the record's name, as in {@link SourceRecord#name}
 * @param version the version announced, from 1; 0 where the source counts none
 * @param listed whether the source's own list of that day says so. Otherwise it follows from the
 *     record's dates by the source's calendar, and gives way to a list that says another day
 */
public record Announcement(
        String source, String part, LocalDate day, String name, Kind kind, int version, boolean listed) {

    /** Why a paper stands in an announcement. */
    public enum Kind {
        /** It appeared there first. */
        NEW,
        /** It appeared elsewhere, and belongs here too. */
        CROSS,
        /** A new version of a paper that was announced before. */
        REPLACEMENT
    }
}
