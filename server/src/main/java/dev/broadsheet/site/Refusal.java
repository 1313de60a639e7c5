package dev.broadsheet.site;

import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * That a request is not answered as it was meant. Thrown by whoever finds out; whoever asked sees it as a page, as
 * JSON or as Markdown, whichever was asked for. Nothing of it is logged.
 */
public final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String heading;
    private final String explanation;
    private final String advice;
    private final String query;
    private final List<Response.Header> headers;

    private Refusal(
            int status,
            String heading,
            String explanation,
            String advice,
            String query,
            List<Response.Header> headers) {
        super(message(heading, explanation), null, false, false);
        this.status = status;
        this.heading = heading;
        this.explanation = explanation;
        this.advice = advice;
        this.query = query;
        this.headers = List.copyOf(headers);
    }

    private static String message(String heading, String explanation) {
        return explanation.isEmpty() ? heading : sentence(heading) + " " + explanation;
    }

    /** With a full stop where there is no mark yet. */
    static String sentence(String heading) {
        return heading.endsWith("?") ? heading : heading + ".";
    }

    /**
     * Any refusal.
     *
     * @param status of HTTP, from 400
     * @param heading what happened, without a full stop
     * @param explanation what is wrong, as whole sentences; may be empty
     */
    public static Refusal of(int status, String heading, String explanation) {
        return new Refusal(status, heading, explanation, "", "", List.of());
    }

    /** For a request that cannot be understood. */
    public static Refusal badRequest(String heading, String explanation) {
        return of(400, heading, explanation);
    }

    /** The same where one sentence says all; without a full stop. */
    public static Refusal badRequest(String sentence) {
        return badRequest(sentence, "");
    }

    /** For what is not here. */
    public static Refusal notFound(String heading) {
        return of(404, heading, "");
    }

    /** For an address that leads nowhere. */
    public static Refusal noSuchPage() {
        return notFound("No such page")
                .advice("There is nothing at this address. The latest papers and the search are a click away.");
    }

    /**
     * For a method that an address does not know.
     *
     * @param allowed those that it knows
     */
    static Refusal notAllowed(String method, List<String> allowed) {
        String methods = String.join(", ", allowed);
        return of(405, "That cannot be done here", "This address answers " + methods + ", not " + method + ".")
                .header("Allow", methods);
    }

    /** The same with what a person can do now, as whole sentences; only a page shows it. */
    public Refusal advice(String sentences) {
        return new Refusal(status, heading, explanation, sentences, query, headers);
    }

    /** The same with what to search for instead; only a page shows it. */
    public Refusal query(String text) {
        return new Refusal(status, heading, explanation, advice, text, headers);
    }

    /**
     * For what was asked too often.
     *
     * @param wait after which it may be asked again; told in whole seconds, one at least
     * @param explanation what is wrong, as whole sentences
     */
    public static Refusal tooMany(Duration wait, String explanation) {
        return of(429, "Too many attempts", explanation)
                .header("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
    }

    /** The same with one more header. */
    public Refusal header(String name, String value) {
        List<Response.Header> more = new ArrayList<>(headers);
        more.add(new Response.Header(name, value));
        return new Refusal(status, heading, explanation, advice, query, more);
    }

    int status() {
        return status;
    }

    String heading() {
        return heading;
    }

    String explanation() {
        return explanation;
    }

    String advice() {
        return advice;
    }

    String query() {
        return query;
    }

    List<Response.Header> headers() {
        return headers;
    }
}
