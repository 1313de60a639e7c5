package dev.broadsheet.paper;

import java.time.LocalDate;

/**
 * A day that has a list.
 *
 * @param papers how many stood on it
 */
public record ListDay(LocalDate day, int papers) {}
