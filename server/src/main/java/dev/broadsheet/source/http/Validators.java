package dev.broadsheet.source.http;

import dev.broadsheet.source.http.AnswerCache.Kept;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** What an answer's headers offer to ask "is it still the same?" with (RFC 9110, 8.8). */
final class Validators {
    private static final Pattern USABLE = Pattern.compile("[\\x20-\\x7e]{1,500}");

    /** A document changed twice within that time may bear the same date both times. */
    private static final Duration CERTAIN = Duration.ofMinutes(1);

    private Validators() {}

    /** With empty validators if the answer should not be relied on a second time. */
    static Kept of(Answer answer, HttpHeaders headers) {
        if (!endIsCertain(headers)) {
            return new Kept(answer, "", "");
        }
        String entityTag = value(headers, "ETag");
        String modified = value(headers, "Last-Modified");
        return new Kept(answer, entityTag, dateIsCertain(modified, value(headers, "Date")) ? modified : "");
    }

    /** Where nothing but the connection's end ends the document, half of it looks like all of it. */
    private static boolean endIsCertain(HttpHeaders headers) {
        return headers.firstValue("Content-Length").isPresent()
                || headers.firstValue("Transfer-Encoding").isPresent()
                || headers.firstValue("Content-Encoding").isPresent();
    }

    private static boolean dateIsCertain(String modified, String date) {
        Instant changed = HeaderTime.date(modified);
        Instant sent = HeaderTime.date(date);
        return changed != null && sent != null && !changed.plus(CERTAIN).isAfter(sent);
    }

    private static String value(HttpHeaders headers, String name) {
        String value = headers.firstValue(name).orElse("");
        return USABLE.matcher(value).matches() ? value : "";
    }
}
