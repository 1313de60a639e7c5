package dev.broadsheet.site;

/** A link with its words. */
public record NamedLink(String words, String href) {}
