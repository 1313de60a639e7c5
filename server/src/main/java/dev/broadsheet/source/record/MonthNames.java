package dev.broadsheet.source.record;

import java.util.List;
import java.util.Locale;

/** English names of months. */
public final class MonthNames {
    /** Three lower-case letters each. */
    public static final List<String> ABBREVIATIONS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final int LETTERS = 3;

    private MonthNames() {}

    /** From 1 to 12, by the first three letters in upper or lower case; 0 where they name no month. */
    public static int number(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return name.length() < LETTERS ? 0 : ABBREVIATIONS.indexOf(name.substring(0, LETTERS)) + 1;
    }
}
