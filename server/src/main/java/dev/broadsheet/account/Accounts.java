package dev.broadsheet.account;

import dev.broadsheet.database.Database;
import dev.broadsheet.jobs.Job;
import dev.broadsheet.jobs.Timing;
import dev.broadsheet.room.Room;
import dev.broadsheet.site.Endpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The room of people: who they are, how they sign in, what they may do. Thread-safe. */
public final class Accounts implements Room {
    private final Database database;
    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final Quotas quotas;
    private final Passwords passwords = new Passwords();
    private final SignInPages signInPages;

    public Accounts(AccountSettings settings, Database database, Clock clock, Throttle throttle) {
        this.database = database;
        this.sessions = new Sessions(database, clock);
        this.browsers = new KnownBrowsers(database, clock);
        this.quotas = new Quotas(clock);
        SignIn signIn = new SignIn(database, new Logins(database), passwords, quotas, browsers);
        this.signInPages = new SignInPages(signIn, sessions, browsers, throttle, settings);
    }

    @Override
    public List<Endpoints> endpoints() {
        return List.of(signInPages);
    }

    @Override
    public List<Job> jobs() {
        return List.of(new Job(
                "account.expired",
                Timing.every(Duration.ofHours(1)),
                stopping -> database.write(transaction -> {
                    sessions.removeExpired(transaction);
                    browsers.removeExpired(transaction);
                    quotas.removeOld(transaction);
                    return true;
                })));
    }

    @Override
    public void close() {
        passwords.close();
    }
}
