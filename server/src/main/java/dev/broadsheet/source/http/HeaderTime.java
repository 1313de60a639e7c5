package dev.broadsheet.source.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times in headers of answers (RFC 9110, 5.6.7 and 10.2.3). */
final class HeaderTime {
    /** Nobody is believed who wants to be left alone for longer: it is a mistake, or meant badly. */
    static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private HeaderTime() {}

    /** A date in the form that servers have to use, or null. */
    static @Nullable Instant date(String value) {
        try {
            return ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** How long {@code Retry-After} asks to wait: zero if it says nothing that can be read. */
    static Duration toWait(String retryAfter, Instant now) {
        String value = retryAfter.strip();
        if (value.matches("\\d+")) {
            return value.length() > 6 ? LONGEST_WAIT : shortened(Duration.ofSeconds(Integer.parseInt(value)));
        }
        Instant until = date(value);
        return until == null || until.isBefore(now) ? Duration.ZERO : shortened(Duration.between(now, until));
    }

    private static Duration shortened(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
