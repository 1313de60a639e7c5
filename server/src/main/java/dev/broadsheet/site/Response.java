package dev.broadsheet.site;

import dev.broadsheet.installation.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * What is answered. Immutable. Unless it says otherwise it is asked for again before it is shown again, and an
 * unchanged one is not sent again; what is answered to a reader who is signed in is kept by no proxy.
 */
public final class Response {
    /** The type of Markdown. */
    public static final String MARKDOWN = "text/markdown;charset=UTF-8";

    static final String FLASH = "broadsheet-flash";

    private static final Duration UNTIL_SHOWN = Duration.ofMinutes(5);

    /** A field of the answer's head. */
    record Header(String name, String value) {}

    /** What follows the head. */
    sealed interface Body {}

    /** A page yet to be rendered for the reader. */
    private record Unrendered(Page page) implements Body {}

    /** @param type of media, with its character set; empty where there are no bytes */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(String type, byte[] bytes) implements Body {}

    private static final Bytes NOTHING = new Bytes("", new byte[0]);

    private final int status;
    private final List<Header> headers;
    private final List<Cookie> cookies;
    private final Body body;

    private Response(int status, List<Header> headers, List<Cookie> cookies, Body body) {
        this.status = status;
        this.headers = headers;
        this.cookies = cookies;
        this.body = body;
    }

    private static Response ok(Body body) {
        return new Response(200, List.of(), List.of(), body);
    }

    /** A page, which is rendered for whoever asked. */
    public static Response page(Page page) {
        return ok(new Unrendered(page));
    }

    /** A value as JSON. */
    public static Response json(Object value) {
        return ok(new Bytes("application/json", Json.PLAIN.writeValueAsBytes(value)));
    }

    /** A text, in UTF-8. */
    public static Response text(String type, String text) {
        return ok(new Bytes(type, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A file to keep rather than to look at.
     *
     * @param name it is offered under: letters, digits, hyphens and dots
     */
    public static Response download(String type, String name, byte[] content) {
        return ok(new Bytes(type, content)).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** Nothing. */
    public static Response empty() {
        return ok(NOTHING).status(204);
    }

    /** Elsewhere, today. */
    public static Response redirect(String address) {
        return ok(NOTHING).status(302).location(address);
    }

    /** Elsewhere, for ever. */
    public static Response moved(String address) {
        return ok(NOTHING).status(301).location(address);
    }

    /** To the page that shows what a form has done: sent again, it does nothing again. */
    public static Response seeOther(String address) {
        return ok(NOTHING).status(303).location(address);
    }

    private Response location(String address) {
        return header("Location", URI.create(address).toASCIIString());
    }

    /** The same with another status of HTTP. */
    public Response status(int other) {
        return new Response(other, headers, cookies, body);
    }

    /** The same with one more header. */
    public Response header(String name, String value) {
        return new Response(status, and(headers, new Header(name, value)), cookies, body);
    }

    /** The same, which anybody may show again for so long without asking. Only for what is the same to everybody. */
    public Response cachedFor(Duration time) {
        return header("Cache-Control", "public, max-age=" + time.toSeconds());
    }

    /** The same with a cookie to keep. */
    public Response cookie(Cookie cookie) {
        return new Response(status, headers, and(cookies, cookie), body);
    }

    /** The same with something to be told once, on the page that is shown next. */
    public Response flash(String sentence) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(Refusals.utf8(sentence));
        return cookie(new Cookie(FLASH, value, UNTIL_SHOWN));
    }

    int status() {
        return status;
    }

    List<Header> headers() {
        return headers;
    }

    List<Cookie> cookies() {
        return cookies;
    }

    /** The same with its page, if it is one, as HTML. */
    Response rendered(Function<Page, byte[]> view) {
        return switch (body) {
            case Unrendered(Page page) ->
                new Response(status, headers, cookies, new Bytes("text/html;charset=UTF-8", view.apply(page)));
            case Bytes bytes -> this;
        };
    }

    /** To be asked for once it is rendered. */
    Bytes bytes() {
        return switch (body) {
            case Bytes bytes -> bytes;
            case Unrendered page -> throw new IllegalStateException("not rendered yet: " + page);
        };
    }

    private static <T> List<T> and(List<T> some, T another) {
        List<T> more = new ArrayList<>(some);
        more.add(another);
        return List.copyOf(more);
    }
}
