package dev.broadsheet.account;

import dev.broadsheet.account.Quotas.Quota;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import java.time.Duration;
import java.util.Optional;

/** Checks passwords of people who want in, and slows down who guesses. Thread-safe. */
final class SignIn {
    private static final Quota ATTEMPTS = new Quota("sign-in", 10, Duration.ofMinutes(15));
    private static final Quota KNOWN_ATTEMPTS = new Quota("sign-in in a known browser", 20, Duration.ofMinutes(15));

    private final Database database;
    private final Logins logins;
    private final Passwords passwords;
    private final Quotas quotas;
    private final KnownBrowsers browsers;

    SignIn(Database database, Logins logins, Passwords passwords, Quotas quotas, KnownBrowsers browsers) {
        this.database = database;
        this.logins = logins;
        this.passwords = passwords;
        this.quotas = quotas;
        this.browsers = browsers;
    }

    /** Lets a name be tried again at once. */
    static void forgive(Quotas quotas, Transaction transaction, String login) {
        quotas.clear(transaction, ATTEMPTS, login);
        quotas.clear(transaction, KNOWN_ATTEMPTS, login);
    }

    /**
     * Whether this is the password of somebody who is signed in.
     *
     * @throws Refusal with 429 after too many attempts
     */
    boolean confirms(Logins.Login login, String password) {
        String name = login.person().name();
        database.write(transaction -> quotas.take(transaction, KNOWN_ATTEMPTS, name))
                .ifPresent(wait -> {
                    throw Throttle.refusal(wait);
                });
        return passwords.isRight(password, login.password());
    }

    /**
     * Who it is, if name and password belong together. Whether there is such a name shows neither in the answer nor in
     * the time it takes nor in how often one may try.
     *
     * @param login a user name or an e-mail address, as typed
     * @throws Refusal with 429 after too many attempts for this name
     */
    Optional<Person> attempt(Request request, String login, String password) {
        Optional<Logins.Login> known = logins.of(login);
        boolean own = known.filter(one -> browsers.isKnown(request, one.person().number()))
                .isPresent();
        Quota quota = own ? KNOWN_ATTEMPTS : ATTEMPTS;
        database.write(transaction -> quotas.take(transaction, quota, login)).ifPresent(wait -> {
            throw Throttle.refusal(wait);
        });
        String stored = known.map(Logins.Login::password).orElse(null);
        if (!passwords.isRight(password, stored) || known.isEmpty() || stored == null) {
            return Optional.empty();
        }
        Person person = known.get().person();
        String renewed = passwords.isOutdated(stored) ? passwords.encoded(password) : stored;
        database.write(transaction -> {
            quotas.clear(transaction, quota, login);
            if (!renewed.equals(stored)) {
                logins.renewPassword(transaction, person.number(), stored, renewed);
            }
            return true;
        });
        return Optional.of(person);
    }
}
