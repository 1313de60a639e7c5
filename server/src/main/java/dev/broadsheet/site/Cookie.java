package dev.broadsheet.site;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * A cookie of ours: for the whole site, out of the reach of scripts, and not sent along from other sites' pages but
 * where a link is followed; over HTTPS, where the site is.
 *
 * @param value of characters that a cookie may have
 * @param age how long it is kept; zero deletes it; null while the browser runs
 */
public record Cookie(String name, String value, @Nullable Duration age) {
    static Cookie deleted(String name) {
        return new Cookie(name, "", Duration.ZERO);
    }

    /** As browsers know it: over HTTPS by a name that no other host, and nobody on the way, can set. */
    static String sentName(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    String header(boolean secure) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(sentName(name, secure), value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure);
        return (age == null ? cookie : cookie.maxAge(age)).build().toString();
    }
}
