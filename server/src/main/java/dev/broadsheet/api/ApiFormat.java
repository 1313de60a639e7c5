package dev.broadsheet.api;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.text.TexText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small forms in which the API writes things. */
final class ApiFormat {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ApiFormat() {}

    /** Midnight of the day, in the one form that the clients parse. */
    static String date(LocalDate day) {
        return day + "T00:00:00.000Z";
    }

    /** A moment in the same form. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** A title or an abstract as one line of plain text; formulas keep their TeX, between dollar signs. */
    static String line(String source) {
        return TexText.parse(source).segments().stream()
                .map(ApiFormat::text)
                .collect(Collectors.joining())
                .strip()
                .replaceAll("\\s+", " ");
    }

    static String text(TexText.Segment segment) {
        return switch (segment) {
            case TexText.Plain plain -> plain.text();
            case TexText.Mathematics formula -> {
                String delimiter = formula.display() ? "$$" : "$";
                yield delimiter + formula.source() + delimiter;
            }
        };
    }

    /** The 24 hexadecimal digits that clients expect as a key: the same for the same thing, everywhere. */
    static String key(String kind, String name) {
        return Digest.hex(kind + ":" + name, 12);
    }
}
