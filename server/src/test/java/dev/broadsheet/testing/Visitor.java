package dev.broadsheet.testing;

import dev.broadsheet.site.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody who reads and sends forms as a browser without scripts does, following no redirects. Keeps cookies, and
 * brings the token that forms have without loading them first. For one thread.
 */
public final class Visitor {
    private static final int TOKEN_BYTES = 32;

    private final TestServer server;
    private final Map<String, String> cookies = new TreeMap<>();
    private final byte[] token = new byte[TOKEN_BYTES];

    Visitor(TestServer server) {
        this.server = server;
        Arrays.fill(token, (byte) 7);
        cookies.put("broadsheet-csrf", Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    void keep(Cookie cookie) {
        cookies.put(cookie.name(), cookie.value());
    }

    /** The cookies as a header has them. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return sent(request(path, headers).GET());
    }

    /** Sends a form with these fields: names and values by turns. */
    public HttpResponse<String> post(String path, String... fields) {
        StringJoiner form = new StringJoiner("&");
        form.add("_csrf=" + masked());
        for (int i = 0; i < fields.length; i += 2) {
            form.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return sent(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Sends the same as a script on the page does, which wants JSON. */
    public HttpResponse<String> postAsScript(String path, String... fields) {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return sent(request(
                        path,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        "application/json",
                        "X-CSRF-Token",
                        masked())
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Sends JSON as a script on a page does. */
    public HttpResponse<String> postJson(String path, String json) {
        return sent(request(path, "Content-Type", "application/json", "X-CSRF-Token", masked())
                .POST(BodyPublishers.ofString(json)));
    }

    /** The page to which the answer to a form leads. */
    public HttpResponse<String> follow(HttpResponse<String> answer) {
        return get(answer.headers()
                .firstValue("Location")
                .orElseThrow(() ->
                        new AssertionError("status " + answer.statusCode() + " leads nowhere: " + answer.body())));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.at(path))).header("Cookie", cookies());
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        HttpResponse<String> answer = server.send(request.build());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String header) {
        String pair = header.substring(0, header.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    /** The token behind a mask of zeros. */
    private String masked() {
        byte[] masked = new byte[2 * TOKEN_BYTES];
        System.arraycopy(token, 0, masked, TOKEN_BYTES, TOKEN_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(masked);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
