package dev.broadsheet.web;

import dev.broadsheet.installation.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what the server refuses before any of our pages is asked, without telling what it is made of. */
final class RefusedRequests extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);

    private final View view;

    RefusedRequests(View view) {
        this.view = view;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (response.getContentWritten() > 0 || !response.setErrorReported() || !open.get()) {
            return;
        }
        boolean api = String.valueOf(request.getRequestURI()).startsWith("/api/");
        SecurityHeaders.set(response);
        response.setContentType(api ? "application/json" : "text/html");
        response.setCharacterEncoding("utf-8");
        try {
            Writer answer = response.getReporter();
            if (answer != null) {
                answer.write(api ? json(response.getStatus()) : page(response.getStatus()));
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.debug("whoever asked did not wait for the answer", e);
        }
    }

    private static String json(int status) {
        return Json.PLAIN.writeValueAsString(Map.of("error", heading(status)));
    }

    private String page(int status) {
        String explanation = isRefused(status)
                ? "The address, or what was sent with it, has a form that no server can read."
                : "Nothing was lost. Try again in a while.";
        return new String(
                view.html(
                        "problem.jte",
                        view.frame(heading(status), "", false, false),
                        new ProblemPage(heading(status), explanation, "")),
                StandardCharsets.UTF_8);
    }

    private static String heading(int status) {
        return isRefused(status) ? "That request cannot be read" : "This page could not be made";
    }

    private static boolean isRefused(int status) {
        return status < 500 || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED;
    }
}
