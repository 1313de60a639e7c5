package dev.broadsheet.source.arxiv;

import dev.broadsheet.source.oai.OaiRecord;
import dev.broadsheet.source.record.Text;
import dev.broadsheet.source.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What decides where and when a paper was announced, as far as it can be read, also where the rest of
 * the record cannot.
 *
 * @param name null where there is none
 * @param versions when they were submitted, null where that cannot be read; empty in the format that
 *     does not tell them
 * @param created the day of the first submission (UTC), where the format tells only that
 */
record ArxivFacts(
        @Nullable String name,
        List<String> categories,
        SortedMap<Integer, @Nullable Instant> versions,
        @Nullable LocalDate created) {

    private static final Pattern VERSION = Pattern.compile("v(?!0+$)\\d{1,3}");

    static ArxivFacts of(OaiRecord record) {
        XmlElement element = record.metadata();
        if (element == null) {
            return new ArxivFacts(name(record.identifier()), List.of(), new TreeMap<>(), null);
        }
        String id = element.childText("id");
        String inside = id == null ? null : name(id);
        return new ArxivFacts(
                inside == null ? name(record.identifier()) : inside,
                categories(element.childText("categories")),
                versions(element),
                day(element.childText("created")));
    }

    /** Between which instants, both included, the first version was submitted. */
    record Span(Instant earliest, Instant latest) {}

    /** When the first version was submitted, if that is known. */
    @Nullable Span submitted() {
        Instant first = versions.get(1);
        if (first != null) {
            return new Span(first, first);
        }
        return created == null
                ? null
                : new Span(
                        created.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        created.plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .minusMillis(1));
    }

    /** When the last version was submitted, if that is known. */
    @Nullable Instant last() {
        return versions.isEmpty() ? null : versions.get(versions.lastKey());
    }

    private static @Nullable String name(String text) {
        return ArxivName.read(text).map(ArxivName::name).orElse(null);
    }

    private static List<String> categories(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(Text.line(text).split(" ", -1))
                        .filter(category -> !category.isEmpty())
                        .distinct()
                        .toList();
    }

    private static SortedMap<Integer, @Nullable Instant> versions(XmlElement element) {
        SortedMap<Integer, @Nullable Instant> versions = new TreeMap<>();
        for (XmlElement version : element.children("version").toList()) {
            String number = String.valueOf(version.attribute("version"));
            if (VERSION.matcher(number).matches()) {
                versions.put(Integer.parseInt(number.substring(1)), submitted(version.childText("date")));
            }
        }
        return versions;
    }

    /** Reads {@code Mon, 22 Oct 2018 22:41:50 GMT}. */
    private static @Nullable Instant submitted(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // Without the weekday, which is wrong at times and says nothing new.
            Instant instant = DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                    text.substring(text.indexOf(',') + 1).strip(), Instant::from);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            // arXiv began in 1991; what its predecessors held is a little older.
            return year < 1980 || year > 2999 ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.getYear() < 1980 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
