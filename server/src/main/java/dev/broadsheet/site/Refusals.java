package dev.broadsheet.site;

import dev.broadsheet.installation.OperatorException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes refusals, and makes them of failures. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final View view;

    Refusals(View view) {
        this.view = view;
    }

    Response response(Refusal refusal, Request request) {
        Response response = body(refusal, request.representation(), request).status(refusal.status());
        for (Response.Header header : refusal.headers()) {
            response = response.header(header.name(), header.value());
        }
        return response;
    }

    /** @param request null for what is refused before it is understood */
    Response body(Refusal refusal, Representation representation, @Nullable Request request) {
        return switch (representation) {
            case JSON -> Response.json(Map.of("error", String.valueOf(refusal.getMessage())));
            case MARKDOWN -> Response.text(Response.MARKDOWN, markdown(refusal));
            case PAGE -> Response.page(page(refusal)).rendered(page -> view.html(page, request));
        };
    }

    private static Page page(Refusal refusal) {
        return Page.of(
                "site/refusal.jte",
                refusal.heading(),
                new RefusalPage(refusal.heading(), refusal.explanation(), refusal.advice(), refusal.query()));
    }

    private static String markdown(Refusal refusal) {
        String explanation = refusal.explanation();
        return Refusal.sentence(refusal.heading()) + (explanation.isEmpty() ? "" : " " + explanation) + "\n";
    }

    static String newIncident() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * For what should not have happened: the reader gets a number, the log gets the rest.
     *
     * @param place what was asked, for the log
     */
    static Refusal ofFailure(Throwable failure, String incident, String place, Representation representation) {
        LOG.error("Problem {} at {}", incident, place, failure);
        if (representation != Representation.PAGE) {
            return Refusal.of(500, "Internal error " + incident + "; the server's log explains it", "");
        }
        return Refusal.of(
                500,
                "This page could not be made",
                failure instanceof OperatorException
                        ? String.valueOf(failure.getMessage())
                        : "Nothing was lost. Try again; if it happens again, tell whoever runs this server the number "
                                + incident + ", which the log explains.");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
