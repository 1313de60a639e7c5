package dev.broadsheet.web;

/** A way to another list. */
public record Step(String href, String words) {}
