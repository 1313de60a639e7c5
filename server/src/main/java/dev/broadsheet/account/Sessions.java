package dev.broadsheet.account;

import dev.broadsheet.database.Database;
import dev.broadsheet.installation.Digest;
import dev.broadsheet.site.Cookie;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Where people are signed in. A session is known by a token that only the browser has; the database has its digest, so
 * that sessions survive a restart, are shared by servers, and cannot be taken from a copy of the database. Thread-safe.
 */
public final class Sessions {
    /** So long a session lasts without a visit. */
    static final Duration LIFE = Duration.ofDays(30);

    static final String COOKIE = "broadsheet-session";

    private static final int TOKEN_BYTES = 32;
    private static final int DIGEST_BYTES = 32;
    private static final int LONGEST_AGENT = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Clock clock;

    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Begins a session of somebody who has proved who they are.
     *
     * @param address from which they came
     * @param agent what the browser calls itself
     * @return the cookie that proves it from now on
     */
    public Cookie begin(Person person, String address, String agent) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        long now = clock.millis();
        database.write(transaction -> transaction.execute(
                "insert into session (token, person, begun_at, seen_at, expires_at, address, agent)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                digest(token),
                person.number(),
                now,
                now,
                now + LIFE.toMillis(),
                address,
                agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent));
        return new Cookie(COOKIE, token, LIFE);
    }

    /** Who a request's cookie proves to be there. */
    Reader readerOf(Request request) {
        return request.cookie(COOKIE)
                .flatMap(this::personOf)
                .<Reader>map(person -> person)
                .orElse(Reader.ANONYMOUS);
    }

    private Optional<Person> personOf(String token) {
        return database.read(sql -> sql.sql("select number, name, full_name, role, joined_at, suspended_at, gone_at"
                        + " from session join person on person.number = session.person"
                        + " where token = ? and expires_at > ? and gone_at is null")
                .params(digest(token), clock.millis())
                .query(People.PERSON)
                .optional());
    }

    private static String digest(String token) {
        return Digest.hex(token, DIGEST_BYTES);
    }
}
