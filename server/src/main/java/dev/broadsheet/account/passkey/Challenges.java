package dev.broadsheet.account.passkey;

import dev.broadsheet.database.Database;
import dev.broadsheet.installation.Digest;
import dev.broadsheet.site.Cookie;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * What a passkey is to sign. Each is given to one browser, holds for some minutes, and is good for one answer,
 * whichever server gets it. Thread-safe.
 */
final class Challenges {
    /** The cookie whose value is the token. */
    static final String COOKIE = "broadsheet-passkey";

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** In the place of a person's number: for signing in, where nobody is known yet. */
    static final long NOBODY = 0;

    private final Database database;
    private final Clock clock;

    Challenges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One that has been given out.
     *
     * @param challenge in base64url
     * @param cookie for the browser that may answer it
     */
    record Given(String challenge, Cookie cookie) {}

    /** Gives one out, to somebody who adds a passkey or to {@link #NOBODY}. */
    Given give(long person) {
        String token = random();
        String challenge = random();
        long now = clock.millis();
        database.write(transaction -> {
            transaction.execute("delete from passkey_challenge where expires_at <= ?", now);
            return transaction.execute(
                    "insert into passkey_challenge (token, challenge, person, expires_at) values (?, ?, ?, ?)",
                    digest(token),
                    challenge,
                    person == NOBODY ? null : person,
                    now + LIFE.toMillis());
        });
        return new Given(challenge, new Cookie(COOKIE, token, LIFE));
    }

    /**
     * The one that the browser with this token was given for this; nobody gets it again.
     *
     * @param token the cookie's value; empty for none
     */
    Optional<String> take(String token, long person) {
        return database.write(transaction -> {
            Optional<String> challenge = transaction.text(
                    "select challenge from passkey_challenge"
                            + " where token = ? and expires_at > ? and coalesce(person, 0) = ?",
                    digest(token),
                    clock.millis(),
                    person);
            // Of two that answer at once, one finds nothing to delete.
            int deleted = transaction.execute("delete from passkey_challenge where token = ?", digest(token));
            return deleted > 0 ? challenge : Optional.empty();
        });
    }

    /** Ends it in the browser. */
    static Cookie ended() {
        return new Cookie(COOKIE, "", Duration.ZERO);
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String digest(String token) {
        return Digest.hex(token, BYTES);
    }
}
