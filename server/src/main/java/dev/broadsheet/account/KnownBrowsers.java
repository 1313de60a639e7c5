package dev.broadsheet.account;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.site.Cookie;
import dev.broadsheet.site.Request;
import java.time.Clock;
import java.time.Duration;

/**
 * Browsers in which somebody has signed in before. Strangers who guess at a password make all strangers wait, but not
 * the person in their own browser. Proves nothing else. Thread-safe.
 */
final class KnownBrowsers {
    private static final String COOKIE = "broadsheet-browser";
    private static final Duration LIFE = Duration.ofDays(365);

    private final Database database;
    private final Clock clock;

    KnownBrowsers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean isKnown(Request request, long person) {
        return request.cookie(COOKIE)
                .map(token -> database.read(sql -> sql.sql("select count(*) from known_browser"
                                        + " where token = ? and person = ? and expires_at > ?")
                                .params(Token.digest(token), person, clock.millis())
                                .query(Integer.class)
                                .single()
                        > 0))
                .orElse(false);
    }

    Cookie remember(Person person) {
        String token = Token.random();
        database.write(transaction -> transaction.execute(
                "insert into known_browser (token, person, expires_at) values (?, ?, ?)",
                Token.digest(token),
                person.number(),
                clock.millis() + LIFE.toMillis()));
        return new Cookie(COOKIE, token, LIFE);
    }

    void removeExpired(Transaction transaction) {
        transaction.execute("delete from known_browser where expires_at <= ?", clock.millis());
    }
}
