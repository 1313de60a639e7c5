package dev.broadsheet.paper;

/**
 * That something changed about a paper, for a follower that keeps little of it and reads that by itself.
 *
 * @param paper its number; it may be gone
 * @param revision the number of its last change
 */
public record ChangedPaper(long paper, long revision) {}
