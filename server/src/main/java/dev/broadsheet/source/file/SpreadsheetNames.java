package dev.broadsheet.source.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Restores arXiv names that a spreadsheet or table took for numbers, so that they lost zeros:
 * {@code 906.5437} is {@code 0906.5437}, {@code 1502.0123} is {@code 1502.01230}. The serial
 * number has had four digits to the end of 2014 and five since.
 */
final class SpreadsheetNames {
    private static final Pattern NUMBER = Pattern.compile("(\\d{3,4})\\.(\\d{1,5})");
    private static final String FIVE_DIGITS_FROM = "1501";

    private SpreadsheetNames() {}

    static String restored(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            return text;
        }
        String month = number.group(1).length() == 3 ? "0" + number.group(1) : number.group(1);
        int digits = month.compareTo(FIVE_DIGITS_FROM) < 0 ? 4 : 5;
        String serial = number.group(2);
        return month + "." + serial + "0".repeat(Math.max(0, digits - serial.length()));
    }
}
