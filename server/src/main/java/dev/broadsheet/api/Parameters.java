package dev.broadsheet.api;

import dev.broadsheet.daily.Period;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a request; each throws a {@link Refusal} for what it cannot read. */
final class Parameters {
    /** The orders that a search can be answered in. */
    static final List<String> SORTS = List.of("relevance", "date", "votes", "comments");

    private Parameters() {}

    static int number(Request request, String name, int fallback, int least, int most) {
        return number(name, request.parameter(name).orElse(null), fallback, least, most);
    }

    /** @param text as it was written, or null where it was not */
    static int number(String name, @Nullable String text, int fallback, int least, int most) {
        if (text == null) {
            return fallback;
        }
        int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw Refusal.badRequest("Invalid " + name + ": expected a number from " + least + " to " + most);
        }
        return value;
    }

    static @Nullable Period period(Request request) {
        for (Period.Kind kind : Period.Kind.values()) {
            String name = switch (kind) {
                case DAY -> "date";
                case WEEK -> "week";
                case MONTH -> "month";
            };
            Optional<String> written = request.parameter(name);
            if (written.isPresent()) {
                return Period.parse(kind, written.get())
                        .orElseThrow(() -> Refusal.badRequest("Invalid " + name + ": expected " + example(kind)));
            }
        }
        return null;
    }

    static String choice(Request request, String name, List<String> choices) {
        return choice(name, request.parameter(name).orElse(null), choices);
    }

    /** @param text as it was written, or null where it was not: that is the first choice */
    static String choice(String name, @Nullable String text, List<String> choices) {
        String value = text == null ? choices.getFirst() : text;
        if (!choices.contains(value)) {
            throw Refusal.badRequest("Invalid " + name + ": expected " + String.join(" or ", choices));
        }
        return value;
    }

    /** The answer with a link to the same request with another value of one parameter. */
    static Response linked(Response response, Request request, String name, Object value) {
        return response.header("Link", "<" + request.addressWith(name, String.valueOf(value)) + ">; rel=\"next\"");
    }

    private static String example(Period.Kind kind) {
        return switch (kind) {
            case DAY -> "a date like 2026-08-21";
            case WEEK -> "an ISO week like 2026-W34";
            case MONTH -> "a month like 2026-08";
        };
    }
}
