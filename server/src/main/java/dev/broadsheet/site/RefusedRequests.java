package dev.broadsheet.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what the server refuses before any of our pages is asked, without telling what it is made of. */
final class RefusedRequests extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);

    private final Refusals refusals;

    RefusedRequests(View view) {
        this.refusals = new Refusals(view);
    }

    @Override
    protected void report(
            org.apache.catalina.connector.Request request,
            org.apache.catalina.connector.Response response,
            @Nullable Throwable failure) {
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (response.getContentWritten() > 0 || !response.setErrorReported() || !open.get()) {
            return;
        }
        String path = String.valueOf(request.getRequestURI());
        Representation wanted = Representation.of(path, request.getHeader("Accept"));
        int status = response.getStatus();
        Refusal refusal = failure == null || status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? refusal(status)
                : Refusals.ofFailure(failure, Refusals.newIncident(), request.getMethod() + " " + path, wanted);
        Response.Bytes answer = refusals.body(refusal, wanted, null).bytes();
        SecurityHeaders.set(response);
        response.setContentType(answer.type());
        try {
            response.getOutputStream().write(answer.bytes());
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("whoever asked did not wait for the answer", e);
        }
    }

    private static Refusal refusal(int status) {
        boolean refused = status < 500 || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED;
        return refused
                ? Refusal.of(status, "That request cannot be read", "")
                        .advice("The address, or what was sent with it, has a form that no server can read.")
                : Refusal.of(status, "This page could not be made", "")
                        .advice("Nothing was lost. Try again in a while.");
    }
}
