package dev.broadsheet.paper;

/**
 * A paper on a list.
 *
 * @param paper its number
 */
public record ListedPaper(long paper, Appearance appearance) {}
