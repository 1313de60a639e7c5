package dev.broadsheet.trending;

import java.time.LocalDate;

/** Counts days from Monday to Friday. */
final class WorkingDays {
    private static final int WEEK = 7;
    private static final int WORKING = 5;

    /** What is added to the days since 1 January 1970, a Thursday, makes the weeks begin on Mondays. */
    private static final long TO_MONDAY = 3;

    private WorkingDays() {}

    /**
     * How many working days there were from a fixed day in the past up to this one, itself not included. Saturday,
     * Sunday and the Monday after them have the same number.
     */
    static long before(LocalDate day) {
        long days = day.toEpochDay() + TO_MONDAY;
        return Math.floorDiv(days, WEEK) * WORKING + Math.min(Math.floorMod(days, WEEK), WORKING);
    }
}
