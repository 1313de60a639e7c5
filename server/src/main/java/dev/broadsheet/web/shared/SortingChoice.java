package dev.broadsheet.web.shared;

/**
 * An order in which papers can be shown.
 *
 * @param href the same papers in that order
 * @param chosen whether they are in that order
 */
public record SortingChoice(String words, String href, boolean chosen) {}
