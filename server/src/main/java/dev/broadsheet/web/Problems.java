package dev.broadsheet.web;

import dev.broadsheet.installation.OperatorException;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Pages for what went wrong, in the same design as all others. */
@Component
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final View view;

    Problems(View view) {
        this.view = view;
    }

    ServerResponse badRequest(String heading, String explanation) {
        return problem(HttpStatus.BAD_REQUEST, heading, explanation, "");
    }

    ServerResponse noSuchPaper(String address) {
        String shown = address.length() > 100 ? address.substring(0, 100) + "…" : address;
        return problem(
                HttpStatus.NOT_FOUND,
                "No paper here by that name",
                "Nothing in this catalogue is called “" + shown + "”. Search for its title or its authors instead.",
                shown);
    }

    /** For addresses that lead nowhere, and for what nobody may do here. */
    ServerResponse noSuchPage(ServerRequest request) {
        if (!READING.contains(request.method())) {
            return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
                    .header("Allow", "GET, HEAD")
                    .build();
        }
        return problem(
                HttpStatus.NOT_FOUND,
                "No such page",
                "There is nothing at this address. The latest papers and the search are a click away.",
                "");
    }

    /** For what should not have happened: the reader gets a number, the log gets the rest. */
    ServerResponse failure(Throwable failure, ServerRequest request) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Problem {} at {} {}", number, request.method(), request.path(), failure);
        String explanation = failure instanceof OperatorException
                ? String.valueOf(failure.getMessage())
                : "Nothing was lost. Try again; if it happens again, tell whoever runs this server the number " + number
                        + ", which the log explains.";
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "This page could not be made", explanation, "");
    }

    private ServerResponse problem(HttpStatus status, String heading, String explanation, String query) {
        return view.page(
                status,
                "problem.jte",
                view.frame(heading, "", false, false),
                new ProblemPage(heading, explanation, query));
    }
}
