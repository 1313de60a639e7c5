package dev.broadsheet.account;

import dev.broadsheet.account.Links.Link;
import dev.broadsheet.account.Links.Purpose;
import dev.broadsheet.account.Quotas.Quota;
import dev.broadsheet.account.key.ApiKeys;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.mail.Mail;
import dev.broadsheet.mail.MailQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * How people come to an account, an address and a password: by links. What is asked for an address is answered by a mail
 * to it and in no other way, so that nobody learns whether an address has an account. Thread-safe.
 */
final class Membership {
    /** Mails that ask an address to confirm something. */
    private static final Quota CONFIRMATIONS = new Quota("confirmation mail", 1, Duration.ofDays(1));

    private static final Quota RESETS = new Quota("reset mail", 3, Duration.ofDays(1));

    private final Database database;
    private final Clock clock;
    private final People people;
    private final Logins logins;
    private final Links links;
    private final Quotas quotas;
    private final Letters letters;
    private final MailQueue mails;
    private final ApiKeys keys;
    private final Audit audit;

    /** Why a link did not do what it was for. */
    enum Obstacle {
        LINK_USED,
        NAME_TAKEN,
        /** An account has the address that the link was mailed to. */
        EMAIL_TAKEN,
        /** There is an admin already. */
        NOT_THE_FIRST
    }

    /** @param person null where there was an obstacle */
    record Outcome(@Nullable Person person, @Nullable Obstacle obstacle) {}

    /**
     * What somebody says of themselves who makes an account.
     *
     * @param email the address to confirm, where the link proves none; may be empty
     * @param password as stored
     */
    record Newcomer(String name, String fullName, String email, String password) {}

    Membership(
            Database database,
            Clock clock,
            Logins logins,
            Links links,
            Quotas quotas,
            Letters letters,
            MailQueue mails,
            ApiKeys keys) {
        this.database = database;
        this.clock = clock;
        this.people = new People(database, clock);
        this.logins = logins;
        this.links = links;
        this.quotas = quotas;
        this.letters = letters;
        this.mails = mails;
        this.keys = keys;
        this.audit = new Audit(clock);
    }

    /** Writes to an address that somebody wants to make an account with. */
    void askToSignUp(String typed) {
        String email = normal(typed);
        database.write(transaction -> {
            if (quotas.take(transaction, CONFIRMATIONS, email).isEmpty()) {
                String link = links.make(transaction, Purpose.SIGN_UP, email, Role.MEMBER, null);
                mails.add(
                        transaction,
                        logins.of(transaction, email)
                                .map(known -> letters.knownAlready(
                                        email, known.person().name()))
                                .orElseGet(() -> letters.signUp(email, link)));
            }
            return true;
        });
    }

    /** Writes to an address whose account is to have a new password. */
    void askForReset(String typed) {
        String email = normal(typed);
        database.write(transaction -> {
            if (quotas.take(transaction, RESETS, email).isEmpty()) {
                Person person =
                        logins.of(transaction, email).map(Logins.Login::person).orElse(null);
                // Without an account the same is written for nobody, so that it takes as long.
                String link = links.make(transaction, Purpose.RESET, person == null ? 0 : person.number(), email, null);
                mails.add(
                        transaction,
                        person == null ? Mail.of("", "", link) : letters.reset(email, person.name(), link));
            }
            return true;
        });
    }

    /** Writes to an address that somebody wants to have for their account. */
    void askForEmail(Person person, String typed) {
        database.write(transaction -> {
            askForEmail(transaction, person, normal(typed));
            return true;
        });
    }

    private void askForEmail(Transaction transaction, Person person, String email) {
        if (quotas.take(transaction, CONFIRMATIONS, email).isEmpty()) {
            String link = links.make(transaction, Purpose.CONFIRM_EMAIL, person.number(), email, null);
            mails.add(
                    transaction,
                    logins.of(transaction, email)
                            .map(known ->
                                    letters.knownAlready(email, known.person().name()))
                            .orElseGet(() -> letters.confirm(email, person.name(), link)));
        }
    }

    /** Makes the account that a link is for. Where there is an obstacle the link stays good. */
    Outcome join(String token, Newcomer newcomer) {
        try {
            return database.write(transaction -> {
                Logins.requireFree(transaction, newcomer.name(), 0);
                Link link = links.use(transaction, token).orElse(null);
                if (link == null || link.role() == null) {
                    return new Outcome(null, Obstacle.LINK_USED);
                }
                if (link.purpose() == Purpose.FIRST_ADMIN && logins.activeAdmins(transaction) > 0) {
                    return new Outcome(null, Obstacle.NOT_THE_FIRST);
                }
                String proven = link.email();
                if (proven != null && logins.of(transaction, proven).isPresent()) {
                    return new Outcome(null, Obstacle.EMAIL_TAKEN);
                }
                Person person = people.add(transaction, newcomer.name(), newcomer.fullName(), link.role());
                logins.setPassword(transaction, person.number(), newcomer.password());
                if (proven != null) {
                    logins.setEmail(transaction, person.number(), proven, clock.millis());
                } else if (!newcomer.email().isEmpty()) {
                    askForEmail(transaction, person, normal(newcomer.email()));
                }
                audit.add(
                        transaction,
                        person,
                        "made the account",
                        person.name(),
                        "as " + link.role().word());
                return new Outcome(person, null);
            });
        } catch (DuplicateKeyException e) {
            return new Outcome(null, Obstacle.NAME_TAKEN);
        }
    }

    /** Makes the address that a link was mailed to that of its account. */
    Outcome confirmEmail(String token) {
        return database.write(transaction -> {
            Link link = links.use(transaction, token).orElse(null);
            Logins.Login login = login(transaction, link);
            if (link == null || login == null || link.email() == null) {
                return new Outcome(null, Obstacle.LINK_USED);
            }
            if (logins.of(transaction, link.email()).isPresent()) {
                return new Outcome(null, Obstacle.EMAIL_TAKEN);
            }
            if (login.email() != null) {
                mails.add(
                        transaction,
                        letters.addressChanged(login.email(), login.person().name()));
            }
            logins.setEmail(transaction, login.person().number(), link.email(), clock.millis());
            return new Outcome(login.person(), null);
        });
    }

    /** Sets the new password that a link is for, and ends every session and every API key. */
    Outcome reset(String token, String encoded) {
        return database.write(transaction -> {
            Link link = links.use(transaction, token).orElse(null);
            Logins.Login login = login(transaction, link);
            if (login == null) {
                return new Outcome(null, Obstacle.LINK_USED);
            }
            changePassword(transaction, login, encoded);
            keys.revokeAll(transaction, login.person());
            return new Outcome(login.person(), null);
        });
    }

    /** Stores another password, ends every session and every link, and writes of it to whom it belongs. */
    void changePassword(Transaction transaction, Logins.Login login, String encoded) {
        Person person = login.person();
        logins.setPassword(transaction, person.number(), encoded);
        logins.endEverything(transaction, person.number());
        SignIn.forgive(quotas, transaction, person.name());
        if (login.email() != null) {
            SignIn.forgive(quotas, transaction, login.email());
            mails.add(transaction, letters.passwordChanged(login.email(), person.name()));
        }
        audit.add(transaction, person, "set a new password of", person.name(), "");
    }

    private Logins.@Nullable Login login(Transaction transaction, @Nullable Link link) {
        Long person = link == null ? null : link.person();
        return person == null ? null : logins.of(transaction, person).orElse(null);
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** What is good about a link, for the page behind it. */
    Optional<Link> link(String token) {
        return links.find(token);
    }

    /** Uses up a link that signs somebody in. */
    Optional<Person> signIn(String token) {
        return database.write(transaction -> Optional.ofNullable(
                        login(transaction, links.use(transaction, token).orElse(null)))
                .map(Logins.Login::person));
    }
}
