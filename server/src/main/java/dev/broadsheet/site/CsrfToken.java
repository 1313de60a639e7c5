package dev.broadsheet.site;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The proof that a form was sent from a page of ours: a secret that a cookie brings, and the form again. No other site
 * can read the one or write the other. In a page it stands behind a mask, another one each time, so that the page's
 * compressed length tells nothing of it.
 */
final class CsrfToken {
    static final String FIELD = "_csrf";
    static final String HEADER = "X-CSRF-Token";
    static final String COOKIE = "broadsheet-csrf";

    /** What browsers say of a request that no other site has made. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private CsrfToken(byte[] secret) {
        this.secret = secret;
    }

    static CsrfToken random() {
        return new CsrfToken(randomBytes());
    }

    /** The one that the request's cookie brings. */
    static Optional<CsrfToken> of(Request request) {
        return request.cookie(COOKIE)
                .flatMap(CsrfToken::decoded)
                .filter(bytes -> bytes.length == LENGTH)
                .map(CsrfToken::new);
    }

    /** @throws Refusal unless the request proves where it comes from */
    static void require(Request request) {
        boolean foreign = request.header("Sec-Fetch-Site")
                .filter(site -> !OURS.contains(site))
                .isPresent();
        String sent = request.header(HEADER).or(() -> request.parameter(FIELD)).orElse("");
        if (foreign || of(request).filter(token -> token.isProvenBy(sent)).isEmpty()) {
            throw Refusal.of(
                            403,
                            "That form was not sent from here",
                            "Nothing was changed. It came from another site, or from a page that was opened too long ago.")
                    .advice("Go back, load the page anew, and send it once more.");
        }
    }

    Cookie cookie() {
        return new Cookie(COOKIE, encoded(secret), null);
    }

    /** As a page holds it. */
    String masked() {
        byte[] mask = randomBytes();
        byte[] token = Arrays.copyOf(mask, 2 * LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            token[LENGTH + i] = (byte) (mask[i] ^ secret[i]);
        }
        return encoded(token);
    }

    private boolean isProvenBy(String masked) {
        byte[] token = decoded(masked).orElse(new byte[0]);
        if (token.length != 2 * LENGTH) {
            return false;
        }
        byte[] shown = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            shown[i] = (byte) (token[i] ^ token[LENGTH + i]);
        }
        return MessageDigest.isEqual(secret, shown);
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
