package dev.broadsheet.api;

import dev.broadsheet.daily.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads parameters of a request; each throws {@link BadRequest} for what it cannot read. */
final class Parameters {
    private Parameters() {}

    static int number(ServerRequest request, String name, int fallback, int least, int most) {
        Optional<String> written = request.param(name);
        if (written.isEmpty()) {
            return fallback;
        }
        String text = written.get();
        int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new BadRequest("Invalid " + name + ": expected a number from " + least + " to " + most);
        }
        return value;
    }

    static @Nullable Period period(ServerRequest request) {
        for (Period.Kind kind : Period.Kind.values()) {
            String name = switch (kind) {
                case DAY -> "date";
                case WEEK -> "week";
                case MONTH -> "month";
            };
            Optional<String> written = request.param(name);
            if (written.isPresent()) {
                return Period.parse(kind, written.get())
                        .orElseThrow(() -> new BadRequest("Invalid " + name + ": expected " + example(kind)));
            }
        }
        return null;
    }

    static String choice(ServerRequest request, String name, List<String> choices) {
        String value = request.param(name).orElse(choices.getFirst());
        if (!choices.contains(value)) {
            throw new BadRequest("Invalid " + name + ": expected " + String.join(" or ", choices));
        }
        return value;
    }

    /** Scheme, host and port by which the client reached us. */
    static String origin(ServerRequest request) {
        return UriComponentsBuilder.fromUri(request.uri())
                .replacePath(null)
                .replaceQuery(null)
                .build()
                .toUriString();
    }

    /** The value of a Link header that leads to the same request with another value of one parameter. */
    static String next(ServerRequest request, String name, Object value) {
        String address = UriComponentsBuilder.fromUri(request.uri())
                .replaceQueryParam(name, value)
                .build()
                .toUriString();
        return "<" + address + ">; rel=\"next\"";
    }

    private static String example(Period.Kind kind) {
        return switch (kind) {
            case DAY -> "a date like 2026-08-21";
            case WEEK -> "an ISO week like 2026-W34";
            case MONTH -> "a month like 2026-08";
        };
    }
}
