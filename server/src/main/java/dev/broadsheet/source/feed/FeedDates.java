package dev.broadsheet.source.feed;

import dev.broadsheet.source.record.MonthNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 3339 ({@code 2026-09-02T10:00:00Z}, also without a time), and RFC 822
 * ({@code Wed, 02 Sep 2026 10:00:00 GMT}) with all that people leave out of it.
 */
final class FeedDates {
    private static final Map<String, String> ZONES = Map.of(
            "EST", "-05:00", "EDT", "-04:00", "CST", "-06:00", "CDT", "-05:00", "MST", "-07:00", "MDT", "-06:00", "PST",
            "-08:00", "PDT", "-07:00");
    private static final Pattern MAIL =
            Pattern.compile("(?:[A-Za-z]{2,9},?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*[\\s-]+(\\d{4}|\\d{2})"
                    + "(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s+([A-Z]{1,4}|[+-]\\d{4}))?)?");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ISO_WITHOUT_ZONE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+");

    private FeedDates() {}

    /** The moment, by UTC where no zone is said; null where the text is not a date from 1990 on. */
    static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.length() > 100) {
            return null;
        }
        String date = text.strip();
        try {
            Instant instant = date.length() > 4 && Character.isDigit(date.charAt(3)) ? iso(date) : mail(date);
            boolean sane = instant != null
                    && instant.isAfter(Instant.parse("1990-01-01T00:00:00Z"))
                    && instant.isBefore(Instant.parse("2999-01-01T00:00:00Z"));
            return sane ? instant : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant iso(String date) {
        if (ISO_DAY.matcher(date).matches()) {
            return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String zoned = ISO_WITHOUT_ZONE.matcher(date).matches()
                ? date + "Z"
                : date.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return OffsetDateTime.parse(zoned).toInstant();
    }

    private static @Nullable Instant mail(String date) {
        Matcher parts = MAIL.matcher(date);
        if (!parts.matches()) {
            return null;
        }
        int month = MonthNames.number(parts.group(2));
        int year = Integer.parseInt(parts.group(3));
        LocalDate day = LocalDate.of(year < 100 ? 2000 + year : year, month, Integer.parseInt(parts.group(1)));
        LocalTime time = parts.group(4) == null
                ? LocalTime.MIDNIGHT
                : LocalTime.of(
                        Integer.parseInt(parts.group(4)),
                        Integer.parseInt(parts.group(5)),
                        parts.group(6) == null ? 0 : Math.min(59, Integer.parseInt(parts.group(6))));
        return day.atTime(time).atOffset(zone(parts.group(7))).toInstant();
    }

    private static ZoneOffset zone(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        // Names that RFC 822 does not know mean nothing.
        return ZoneOffset.of(zone.matches("[+-]\\d{4}") ? zone : ZONES.getOrDefault(zone, "Z"));
    }
}
