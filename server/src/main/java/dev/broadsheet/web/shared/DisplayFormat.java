package dev.broadsheet.web.shared;

import dev.broadsheet.paper.PartialDate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers, dates and sizes as they are written on a page. */
public final class DisplayFormat {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private static final Pattern COMMONS = Pattern.compile(
            "https?://creativecommons\\.org/(?<kind>licenses/(?<terms>[a-z-]+)|publicdomain/zero)/(?<version>[\\d.]+)/?");

    private DisplayFormat() {}

    /** "1 vote", "1,200 votes". */
    public static String count(long number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }

    /** With a comma for every three digits. */
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** "21 August 2026", "August 2026" or "2026". */
    public static String date(PartialDate date) {
        return switch (date.text().length()) {
            case 4 -> date.text();
            case 7 -> YearMonth.parse(date.text()).format(MONTH);
            default -> date(date.firstDay());
        };
    }

    /** "21 August 2026". */
    public static String date(LocalDate day) {
        return day.format(DAY);
    }

    /** "Monday". */
    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** When something happens that does on these days: "from Monday to Friday", "on Fridays", "every day". */
    public static String weekdays(Set<DayOfWeek> days) {
        List<DayOfWeek> ordered = days.stream().sorted().toList();
        if (ordered.size() == DayOfWeek.values().length) {
            return "every day";
        }
        DayOfWeek first = ordered.getFirst();
        DayOfWeek last = ordered.getLast();
        return ordered.size() > 2 && last.getValue() - first.getValue() == ordered.size() - 1
                ? "from " + weekday(first) + " to " + weekday(last)
                : "on " + ordered.stream().map(day -> weekday(day) + "s").collect(Collectors.joining(", "));
    }

    /** The name of a source or of a list's keeper as people know it. */
    public static String keeper(String key) {
        return switch (key) {
            case "huggingface" -> "Hugging Face";
            case "arxiv" -> "arXiv";
            default -> key;
        };
    }

    /** A licence by its short name where it is a well-known one. */
    public static String licence(String written) {
        Matcher commons = COMMONS.matcher(written);
        if (commons.matches()) {
            return commons.group("kind").equals("publicdomain/zero")
                    ? "CC0 " + commons.group("version")
                    : "CC " + commons.group("terms").toUpperCase(Locale.ROOT) + " " + commons.group("version");
        }
        return written.contains("arxiv.org/licenses/nonexclusive-distrib") ? "arXiv’s licence to distribute" : written;
    }

    /** In units of 1,000 bytes, with at most one decimal. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return count(bytes, "byte", "bytes");
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.95 && unit < 3) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ENGLISH, "%.1f %s", value, new String[] {"kB", "MB", "GB", "TB"}[unit]);
    }

    /** "less than a minute", "12 minutes", "3 hours", "2 days". */
    public static String duration(long seconds) {
        if (seconds < 60) {
            return "less than a minute";
        }
        if (seconds < 100 * 60) {
            return count(Math.round(seconds / 60.0), "minute", "minutes");
        }
        long hours = Math.round(seconds / 3600.0);
        return hours < 48 ? count(hours, "hour", "hours") : count(Math.round(hours / 24.0), "day", "days");
    }
}
