package dev.broadsheet.web;

/**
 * What a problem page says.
 *
 * @param heading what happened
 * @param explanation what to do
 * @param query what to search for instead, may be empty
 */
public record ProblemPage(String heading, String explanation, String query) {}
