package dev.broadsheet.web;

/**
 * What a problem page says.
 *
 * @param heading what happened
 * @param explanation what to do
 */
public record ProblemPage(String heading, String explanation) {}
