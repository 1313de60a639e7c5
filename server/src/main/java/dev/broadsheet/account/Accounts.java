package dev.broadsheet.account;

import dev.broadsheet.account.key.ApiKeys;
import dev.broadsheet.database.Database;
import dev.broadsheet.jobs.Job;
import dev.broadsheet.jobs.Timing;
import dev.broadsheet.mail.MailQueue;
import dev.broadsheet.room.Room;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.SiteAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The room of people: who they are, how they sign in, what they may do. Thread-safe. */
public final class Accounts implements Room {
    private final Database database;
    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final Quotas quotas;
    private final Links links;
    private final Passwords passwords = new Passwords();
    private final List<Endpoints> endpoints;

    /**
     * What the room is made with.
     *
     * @param paper the name in the masthead
     * @param personalData what rooms keep of people
     */
    public record Parts(
            Database database,
            Clock clock,
            Throttle throttle,
            MailQueue mails,
            SiteAddress address,
            String paper,
            Moderation moderation,
            Supplier<List<PersonalData>> personalData) {}

    public Accounts(AccountSettings settings, Parts parts) {
        Clock clock = parts.clock();
        database = parts.database();
        sessions = new Sessions(database, clock);
        browsers = new KnownBrowsers(database, clock);
        quotas = new Quotas(clock);
        links = new Links(database, clock, parts.address());
        Logins logins = new Logins(database);
        Letters letters = new Letters(parts.paper(), parts.address());
        ApiKeys keys = new ApiKeys(database, new People(database, clock), new Audit(clock), clock);
        Membership membership = new Membership(database, clock, logins, links, quotas, letters, parts.mails(), keys);
        SignIn signIn = new SignIn(database, logins, passwords, quotas, browsers);
        Profiles profiles = new Profiles(database, logins);
        endpoints = List.of(
                new SignInPages(signIn, sessions, browsers, parts.throttle(), settings),
                new LinkPages(membership, passwords, sessions, parts.throttle(), settings),
                new AccountPages(
                        profiles,
                        logins,
                        signIn,
                        passwords,
                        membership,
                        parts.moderation(),
                        sessions,
                        new AccountExport(sessions, profiles, parts.personalData(), clock),
                        parts.throttle(),
                        Credentials.sections(settings),
                        clock));
    }

    @Override
    public List<Endpoints> endpoints() {
        return endpoints;
    }

    @Override
    public List<Job> jobs() {
        return List.of(new Job("account.expired", Timing.every(Duration.ofHours(1)), stopping -> removeExpired()));
    }

    /** Removes what is over and proves nothing any more. */
    void removeExpired() {
        database.write(transaction -> {
            sessions.removeExpired(transaction);
            browsers.removeExpired(transaction);
            links.removeExpired(transaction);
            quotas.removeOld(transaction);
            return true;
        });
    }

    @Override
    public void close() {
        passwords.close();
    }
}
