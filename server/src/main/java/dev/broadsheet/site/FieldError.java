package dev.broadsheet.site;

/**
 * What is wrong with what was typed into a field.
 *
 * @param field its name in the form
 * @param message a whole sentence
 */
public record FieldError(String field, String message) {}
