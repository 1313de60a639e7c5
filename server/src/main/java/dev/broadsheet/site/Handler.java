package dev.broadsheet.site;

/** Answers the requests for one address. Called by many threads at once. */
@FunctionalInterface
public interface Handler {
    /** @throws Refusal where the request cannot be answered; it is shown to whoever asked, in the form asked for */
    Response handle(Request request);
}
