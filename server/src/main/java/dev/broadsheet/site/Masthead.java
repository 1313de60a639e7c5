package dev.broadsheet.site;

/**
 * What the masthead says on pages that belong to an edition of their own.
 *
 * @param home where it leads
 */
public record Masthead(Edition edition, NamedLink home) {}
