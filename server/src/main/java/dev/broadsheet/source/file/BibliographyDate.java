package dev.broadsheet.source.file;

import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.record.MonthNames;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as bibliographies have them: {@code 2019}, {@code 2019/3/1/Spring}, a month apart from its year. */
final class BibliographyDate {
    private static final Pattern PARTS =
            Pattern.compile("\\D{0,3}(\\d{4})(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?(?!\\d).*", Pattern.DOTALL);

    private BibliographyDate() {}

    /** The date as exactly as it is said, or null where it is none. */
    static @Nullable PartialDate of(@Nullable String text, @Nullable String monthText) {
        Matcher parts = PARTS.matcher(text == null ? "" : text.strip());
        if (!parts.matches()) {
            return null;
        }
        int month = parts.group(2) == null ? month(monthText) : Integer.parseInt(parts.group(2));
        int day = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        String date = parts.group(1);
        if (month > 0) {
            date += String.format(Locale.ROOT, "-%02d", month);
            date += day > 0 ? String.format(Locale.ROOT, "-%02d", day) : "";
        }
        try {
            return new PartialDate(date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int month(@Nullable String text) {
        String month = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (month.matches("0?[1-9]|1[0-2]")) {
            return Integer.parseInt(month);
        }
        return MonthNames.number(month);
    }
}
