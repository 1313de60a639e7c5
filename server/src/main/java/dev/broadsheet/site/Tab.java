package dev.broadsheet.site;

/**
 * One of the links below the masthead.
 *
 * @param current whether it leads to the page it stands on
 */
public record Tab(String words, String href, boolean current) {}
