package dev.broadsheet.search.engine;

/**
 * Where a paper stands in a list by date, by votes or by comments; the next page goes on behind it. The greatest come
 * first, by the first of these that differs.
 *
 * @param measure its votes or its comments; 0 in a list by date
 * @param day since 1970-01-01; {@link Integer#MIN_VALUE} where it has no date
 */
public record SortKey(int measure, int day, long number) {}
