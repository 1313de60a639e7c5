package dev.broadsheet.search.engine;

/** The orders that do not depend on a query. Papers that are equal in it follow by day, newest first, then by number. */
public enum SortOrder {
    /** Newest first; papers without a date last. */
    DATE,
    /** Most votes first. */
    VOTES,
    /** Most comments first. */
    COMMENTS
}
