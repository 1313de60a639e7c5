package dev.broadsheet.source.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Restores arXiv names that a spreadsheet or table took for numbers, so that they lost zeros:
 * {@code 906.5437} is {@code 0906.5437}, {@code 1502.0123} is {@code 1502.01230}; or so that they
 * became inexact: {@code 1804.1025399999999} is {@code 1804.10254}. The serial number has had four digits to the end of 2014 and five since.
 */
public final class SpreadsheetNames {
    private static final Pattern NUMBER = Pattern.compile("(\\d{3,4})\\.(\\d{1,5}|\\d{10,17})");
    private static final String FIVE_DIGITS_FROM = "1501";

    private SpreadsheetNames() {}

    public static String restored(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            return text;
        }
        String month = number.group(1).length() == 3 ? "0" + number.group(1) : number.group(1);
        int digits = month.compareTo(FIVE_DIGITS_FROM) < 0 ? 4 : 5;
        if (number.group(2).length() > digits) {
            return new BigDecimal(month + "." + number.group(2))
                    .setScale(digits, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        return month + "." + number.group(2)
                + "0".repeat(digits - number.group(2).length());
    }
}
