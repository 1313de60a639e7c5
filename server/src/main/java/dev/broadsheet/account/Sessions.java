package dev.broadsheet.account;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.site.Cookie;
import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where people are signed in. A session is known by a token that only the browser has; the database has its digest, so
 * that sessions survive a restart, are shared by servers, and cannot be taken from a copy of the database. Thread-safe.
 */
public final class Sessions {
    /** So long a session lasts without a visit. */
    static final Duration LIFE = Duration.ofDays(30);

    /** So long it lasts at all. */
    static final Duration LONGEST = Duration.ofDays(180);

    /** A visit is written down if the last one that was is older. */
    static final Duration SEEN = Duration.ofMinutes(5);

    static final String COOKIE = "broadsheet-session";

    private static final int LONGEST_AGENT = 200;
    private static final String COLUMNS = "token, begun_at, seen_at, address, agent";

    /**
     * One of somebody's sessions.
     *
     * @param id by which its owner names it; proves nothing
     * @param agent what the browser calls itself; may be empty
     */
    record Session(String id, Instant begun, Instant seen, String address, String agent) {}

    private record Seen(Person person, long begunAt, long seenAt) {}

    private final Database database;
    private final Clock clock;

    public Sessions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Begins a session of somebody who has just proved who they are, and ends the one that their browser had.
     *
     * @param request by which they proved it
     * @return the cookie that proves it from now on
     */
    public Cookie begin(Person person, Request request) {
        request.cookie(COOKIE).ifPresent(token -> database.write(transaction -> end(transaction, token)));
        return begin(
                person, request.remoteAddress(), request.header("User-Agent").orElse(""));
    }

    /**
     * Begins a session of somebody who has proved who they are.
     *
     * @param address from which they came
     * @param agent what the browser calls itself
     * @return the cookie that proves it from now on
     */
    public Cookie begin(Person person, String address, String agent) {
        String token = Token.random();
        long now = clock.millis();
        database.write(transaction -> transaction.execute(
                "insert into session (token, person, begun_at, seen_at, expires_at, address, agent)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Token.digest(token),
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
        long now = clock.millis();
        Optional<Seen> seen = database.read(sql -> sql.sql(
                        "select number, name, full_name, role, joined_at, suspended_at, gone_at, begun_at, seen_at"
                                + " from session join person on person.number = session.person"
                                + " where token = ? and expires_at > ? and gone_at is null")
                .params(Token.digest(token), now)
                .query((row, index) -> new Seen(People.person(row), row.getLong("begun_at"), row.getLong("seen_at")))
                .optional());
        seen.filter(session -> now - session.seenAt() >= SEEN.toMillis())
                .ifPresent(session -> renew(token, session.begunAt(), now));
        return seen.map(Seen::person);
    }

    private void renew(String token, long begunAt, long now) {
        database.write(transaction -> transaction.execute(
                "update session set seen_at = ?, expires_at = ? where token = ?",
                now,
                Math.min(now + LIFE.toMillis(), begunAt + LONGEST.toMillis()),
                Token.digest(token)));
    }

    /** The session that a request belongs to. */
    Optional<Session> of(Request request) {
        return request.cookie(COOKIE)
                .flatMap(token -> database.read(sql -> sql.sql("select " + COLUMNS + " from session where token = ?")
                        .param(Token.digest(token))
                        .query((row, index) -> session(row))
                        .optional()));
    }

    /** Those of somebody, the one seen last first. */
    List<Session> of(Person person) {
        return database.read(sql -> sql.sql("select " + COLUMNS + " from session where person = ? and expires_at > ?"
                        + " order by seen_at desc, begun_at desc, token")
                .params(person.number(), clock.millis())
                .query((row, index) -> session(row))
                .list());
    }

    /** Ends the session of this request. */
    void end(Request request) {
        request.cookie(COOKIE).ifPresent(token -> database.write(transaction -> end(transaction, token)));
    }

    /** Ends one of a person's own sessions, if they have it. */
    void end(Person person, String id) {
        database.write(transaction ->
                transaction.execute("delete from session where person = ? and token = ?", person.number(), id));
    }

    void removeExpired(Transaction transaction) {
        transaction.execute("delete from session where expires_at <= ?", clock.millis());
    }

    /** What makes a browser forget a session. */
    static Cookie ended() {
        return new Cookie(COOKIE, "", Duration.ZERO);
    }

    private static int end(Transaction transaction, String token) {
        return transaction.execute("delete from session where token = ?", Token.digest(token));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("token"),
                Instant.ofEpochMilli(row.getLong("begun_at")),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                row.getString("address"),
                row.getString("agent"));
    }
}
