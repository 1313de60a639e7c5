package dev.broadsheet.site;

import dev.broadsheet.installation.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What was asked, and who asked it. For the thread that answers it.
 *
 * <p>Parameters are those of the address and of a posted form alike. The character U+0000, which PostgreSQL keeps in no
 * text, reads as U+FFFD in them, so that what had one is not mistaken for what had none.
 */
public final class Request {
    /** Bytes of a body that is read whole. */
    private static final int LONGEST_BODY = 64 * 1024;

    /** The languages that our pages know. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);

    /** Characters of a list of languages; a longer one would cost more to read than a page to make. */
    private static final int LONGEST_LANGUAGES = 500;

    private final ServerRequest request;
    private final Map<String, String> variables;
    private final Authenticator authenticator;

    private @Nullable Reader reader;
    private @Nullable CsrfToken csrf;
    private @Nullable String incident;
    private boolean flashed;

    Request(ServerRequest request, Map<String, String> variables, Authenticator authenticator) {
        this.request = request;
        this.variables = variables;
        this.authenticator = authenticator;
    }

    /** In capitals: {@code GET}. */
    public String method() {
        return request.method().name();
    }

    /** Without parameters, as it was sent. */
    public String path() {
        return request.path();
    }

    /** The whole address as the reader wrote it, even behind a proxy. */
    public URI uri() {
        return request.uri();
    }

    /** Scheme, host and port by which the reader reached us: what an absolute address begins with. */
    public String origin() {
        return UriComponentsBuilder.fromUri(uri())
                .replacePath(null)
                .replaceQuery(null)
                .build()
                .toUriString();
    }

    /** The whole address of this request with another value of one parameter. */
    public String addressWith(String parameter, String value) {
        return UriComponentsBuilder.fromUri(uri())
                .replaceQueryParam(parameter, value)
                .build()
                .toUriString();
    }

    /** What stands behind the question mark, as it was sent; null where there is none. */
    public @Nullable String queryString() {
        return request.servletRequest().getQueryString();
    }

    /** A part of the path by its name in the route; what a route ends with in full begins with a slash. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route of " + path() + " has no variable " + name);
        }
        return value;
    }

    /** Whether the route has a part of this name. */
    public boolean hasVariable(String name) {
        return variables.containsKey(name);
    }

    /** The first value of a parameter; it may be empty. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(request.servletRequest().getParameter(name)).map(Request::storable);
    }

    /** All values of a parameter, in the order of the address. */
    public List<String> parameters(String name) {
        String[] values = request.servletRequest().getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).map(Request::storable).toList();
    }

    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The parameters as a form that was filled in. Each call reads it anew. */
    public Form form() {
        return new Form(this);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.servletRequest().getHeader(name));
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(request.cookies().getFirst(Cookie.sentName(name, isSecure())))
                .map(jakarta.servlet.http.Cookie::getValue);
    }

    /**
     * The network address it came from, behind a proxy as the proxy tells it. As text: {@code 192.0.2.7}; something
     * else where a proxy told something else.
     */
    public String remoteAddress() {
        return String.valueOf(request.servletRequest().getRemoteAddr());
    }

    /** The form in which the answer is wanted. */
    public Representation representation() {
        return Representation.of(path(), header("Accept").orElse(null));
    }

    /** The language that the reader wants dates in, of those that we know. */
    public Locale language() {
        String accepted = header("Accept-Language").orElse("");
        if (accepted.isBlank() || accepted.length() > LONGEST_LANGUAGES) {
            return LANGUAGES.getFirst();
        }
        try {
            Locale wanted = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return wanted == null ? LANGUAGES.getFirst() : wanted;
        } catch (IllegalArgumentException e) {
            return LANGUAGES.getFirst();
        }
    }

    /** Who reads. */
    public Reader reader() {
        Reader known = reader;
        if (known == null) {
            // An authenticator that asks this very question gets an answer.
            reader = Reader.ANONYMOUS;
            known = authenticator.readerOf(this);
            reader = known;
        }
        return known;
    }

    /**
     * The number by which the log knows what went wrong with this request, the same at every call. For the reader, who
     * can tell it to whoever runs the server.
     */
    public String incident() {
        String number = incident;
        if (number == null) {
            number = Refusals.newIncident();
            incident = number;
        }
        return number;
    }

    /**
     * The body, read as JSON.
     *
     * @throws Refusal if it is called something else, is none, is longer than 64 kB, or has a text with U+0000
     */
    public JsonNode json() {
        // A form's body has been read as parameters by now.
        if (!request.headers()
                .contentType()
                .map(MediaType.APPLICATION_JSON::includes)
                .orElse(false)) {
            throw Refusal.badRequest("Invalid body: send JSON, with the header Content-Type: application/json");
        }
        try (InputStream stream = request.servletRequest().getInputStream()) {
            byte[] body = stream.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw Refusal.badRequest("Invalid body: longer than " + LONGEST_BODY + " bytes");
            }
            JsonNode json = Json.PLAIN.readTree(body);
            if (hasUnstorableText(json)) {
                throw Refusal.badRequest("Invalid body: a text with the character U+0000");
            }
            return json;
        } catch (JacksonException e) {
            throw Refusal.badRequest("Invalid body: not JSON");
        } catch (IOException e) {
            throw Refusal.badRequest("Invalid body: it ended before its end");
        }
    }

    private static boolean hasUnstorableText(JsonNode json) {
        return json.isString()
                ? json.asString().indexOf('\0') >= 0
                : json.valueStream().anyMatch(Request::hasUnstorableText);
    }

    /** For the field {@code _csrf} of a form that posts, and for the header {@code X-CSRF-Token}. */
    String csrfToken() {
        CsrfToken token = csrf;
        if (token == null) {
            token = CsrfToken.of(this).orElseGet(CsrfToken::random);
            csrf = token;
        }
        return token.masked();
    }

    /** What is to be told once; it is told by whoever asks for it. */
    @Nullable String flash() {
        Optional<String> sentence = cookie(Response.FLASH).flatMap(Request::decoded);
        flashed = sentence.isPresent();
        return sentence.orElse(null);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The cookies that what was asked for here makes necessary. */
    List<Cookie> cookiesToSet() {
        List<Cookie> cookies = new ArrayList<>();
        if (csrf != null && CsrfToken.of(this).isEmpty()) {
            cookies.add(csrf.cookie());
        }
        if (flashed) {
            cookies.add(Cookie.deleted(Response.FLASH));
        }
        return cookies;
    }

    /** Whether the answer is this reader's own. */
    boolean isPersonal() {
        return reader().isSignedIn() || csrf != null || flashed;
    }

    boolean isSecure() {
        return "https".equals(uri().getScheme());
    }
}
