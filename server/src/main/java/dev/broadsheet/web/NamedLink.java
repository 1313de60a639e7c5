package dev.broadsheet.web;

/** A link with its words. */
public record NamedLink(String words, String href) {}
