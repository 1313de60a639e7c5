package dev.broadsheet.account.oidc;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.site.Cookie;
import dev.broadsheet.site.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One browser's way to a provider and back. All that proves that it is the same browser is drawn from a secret in its
 * cookie, so that nothing has to be kept here. Immutable.
 *
 * @param secret that only the browser and we have
 * @param begun in milliseconds
 * @param provider its name
 * @param person who wants to link an identity to their account; 0 for signing in
 * @param next a path of ours to go to afterwards; may be empty
 * @param invitation that the browser brought; may be empty
 */
record Attempt(String secret, long begun, String provider, long person, String next, String invitation) {
    private static final String COOKIE = "broadsheet-oidc";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int SECRET_BYTES = 32;
    private static final int PARTS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static Attempt begin(Clock clock, String provider, long person, String next, String invitation) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return new Attempt(BASE64.encodeToString(random), clock.millis(), provider, person, next, invitation);
    }

    /** The one that this browser began at this provider, unless that was too long ago. */
    static Optional<Attempt> of(Request request, String provider, Clock clock) {
        return request.cookie(COOKIE)
                .flatMap(Attempt::read)
                .filter(attempt -> attempt.provider.equals(provider))
                .filter(attempt -> Math.abs(clock.millis() - attempt.begun) < LIFE.toMillis());
    }

    private static Optional<Attempt> read(String cookie) {
        List<String> parts = List.of(cookie.split("\\.", -1));
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Attempt(
                    parts.get(0),
                    Long.parseLong(parts.get(1)),
                    parts.get(2),
                    Long.parseLong(parts.get(3)),
                    decoded(parts.get(4)),
                    decoded(parts.get(5))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Cookie cookie() {
        String value = String.join(
                ".",
                secret,
                String.valueOf(begun),
                provider,
                String.valueOf(person),
                encoded(next),
                encoded(invitation));
        return new Cookie(COOKIE, value, LIFE);
    }

    /** Ends it in the browser. */
    static Cookie ended() {
        return new Cookie(COOKIE, "", Duration.ZERO);
    }

    /** What the provider sends back with the browser. */
    String state() {
        return drawn("state");
    }

    /** What the provider writes into the ID token. */
    String nonce() {
        return drawn("nonce");
    }

    /** What proves to the provider that whoever began is who brings the code. */
    String verifier() {
        return drawn("verifier");
    }

    boolean isState(String sent) {
        return MessageDigest.isEqual(state().getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private String drawn(String purpose) {
        return BASE64.encodeToString(
                Digest.sha256(purpose + " " + provider + " " + person + " " + begun + " " + secret));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
