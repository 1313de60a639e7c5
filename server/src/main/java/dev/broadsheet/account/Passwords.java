package dev.broadsheet.account;

import dev.broadsheet.installation.Digest;
import dev.broadsheet.installation.PlatformThreads;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Stores and checks passwords by Spring Security's current encoder. Both cost a tenth of a second of computing on
 * purpose, which happens on threads of their own, so that pages are served meanwhile. Thread-safe.
 */
final class Passwords implements AutoCloseable {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** bcrypt reads no further, and refuses to store more. */
    private static final int LONGEST_BYTES = 72;

    private static final int THREADS = 2;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final PlatformThreads threads = new PlatformThreads("passwords", THREADS);
    private final String nobodys = encoder.encode(Token.random());

    /** What is wrong with a password that somebody chose, as a sentence; empty if nothing is. */
    static Optional<String> complaint(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("A password needs at least " + SHORTEST + " characters; a few words will do.");
        }
        return length > LONGEST ? Optional.of("A password has at most " + LONGEST + " characters.") : Optional.empty();
    }

    /** As it is stored. */
    String encoded(String password) {
        return threads.call(() -> encoder.encode(bounded(password)));
    }

    /**
     * Whether this is the password that was stored.
     *
     * @param stored null where there is none: then no password is right, and finding out takes as long as ever
     */
    boolean isRight(String password, @Nullable String stored) {
        String known = stored == null ? nobodys : stored;
        String typed = password.length() > 2 * LONGEST ? "" : password;
        return threads.call(() -> encoder.matches(bounded(typed), known)) && stored != null;
    }

    /** Whether what is stored should be stored anew, as today's encoder does it. */
    boolean isOutdated(String stored) {
        return encoder.upgradeEncoding(stored);
    }

    /** The same letters are the same password on every keyboard, and all of a long one counts. */
    private static String bounded(String password) {
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return normal.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES
                ? normal
                : Base64.getEncoder().encodeToString(Digest.sha256("password " + normal));
    }

    @Override
    public void close() {
        threads.close();
    }
}
