package dev.broadsheet.account;

import dev.broadsheet.account.Links.Purpose;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.mail.Mail;
import dev.broadsheet.mail.MailQueue;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.SiteAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * What those who run the place do with accounts, each written into the audit log. Who acts is a person who has the
 * right, or null for the command line, which has every right. What is not possible is a {@link Refusal}, whose message
 * says why; then nothing was changed. Thread-safe.
 */
public final class Moderation {
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final Clock clock;
    private final People people;
    private final Logins logins;
    private final Links links;
    private final Letters letters;
    private final MailQueue mails;
    private final Audit audit;
    private final Supplier<List<PersonalData>> personalData;

    /**
     * Somebody, as those who run the place see them.
     *
     * @param email null where there is none
     * @param seen when they were last here with a session that still lasts; null where there is none
     */
    public record Member(
            Person person, @Nullable String email, @Nullable Instant seen) {}

    /**
     * @param paper the name in the masthead
     * @param personalData what rooms keep of people
     */
    public Moderation(
            Database database,
            Clock clock,
            SiteAddress address,
            String paper,
            MailQueue mails,
            Supplier<List<PersonalData>> personalData) {
        this.database = database;
        this.clock = clock;
        this.people = new People(database, clock);
        this.logins = new Logins(database);
        this.links = new Links(database, clock, address);
        this.letters = new Letters(paper, address);
        this.mails = mails;
        this.audit = new Audit(clock);
        this.personalData = personalData;
    }

    /**
     * People who are still here, by user name.
     *
     * @param after a user name; those after it are returned
     * @param most how many at most
     */
    public List<Member> list(String after, int most) {
        return database.read(sql -> sql.sql("select " + People.COLUMNS + ", email,"
                        + " (select max(session.seen_at) from session where session.person = person.number) as seen_at"
                        + " from person where gone_at is null and name > ? order by name limit ?")
                .params(after, most)
                .query((row, index) -> {
                    long seen = row.getLong("seen_at");
                    return new Member(
                            People.person(row),
                            row.getString("email"),
                            row.wasNull() ? null : Instant.ofEpochMilli(seen));
                })
                .list());
    }

    /**
     * Makes somebody's account, without a password: {@link #resetLink} lets them set one.
     *
     * @param email empty for none; taken as confirmed, because whoever runs the place says so
     */
    public Person create(@Nullable Person actor, String name, String fullName, String email, Role role) {
        requireAbove(actor, Role.ADMIN, role);
        String normal = UserName.normal(name);
        UserName.complaint(normal)
                .or(() -> UserName.complaintAboutFullName(fullName))
                .ifPresent(complaint -> {
                    throw Refusal.badRequest("The account was not made", complaint);
                });
        complaintAboutAddress(email).ifPresent(complaint -> {
            throw Refusal.badRequest("The account was not made", complaint);
        });
        try {
            return database.write(transaction -> {
                Person person = people.add(transaction, normal, fullName, role);
                if (!email.isEmpty()) {
                    logins.setEmail(transaction, person.number(), Membership.normal(email), clock.millis());
                }
                audit.add(transaction, actor, "made the account", normal, "as " + role.word());
                return person;
            });
        } catch (DuplicateKeyException e) {
            throw Refusal.of(409, "The account was not made", "Somebody has that name or that address.");
        }
    }

    /** Gives somebody another role. An admin does it. */
    public Person changeRole(@Nullable Person actor, long person, Role role) {
        return change(actor, Role.ADMIN, person, (transaction, before) -> {
            if (before.role() == Role.ADMIN && role != Role.ADMIN) {
                requireAnotherAdmin(transaction, before);
            }
            transaction.execute("update person set role = ? where number = ?", role.word(), person);
            audit.add(
                    transaction,
                    actor,
                    "changed the role of",
                    before.name(),
                    before.role().word() + " to " + role.word());
        });
    }

    /**
     * Stops somebody from acting; they can read. A moderator does it, to people whose role is below their own.
     *
     * @param reason for the audit log; at least a word
     */
    public Person suspend(@Nullable Person actor, long person, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.badRequest("Nobody was suspended", "Give a reason of at most 500 characters.");
        }
        return change(actor, Role.MODERATOR, person, (transaction, before) -> {
            requireAnotherAdmin(transaction, before);
            transaction.execute("update person set suspended_at = ? where number = ?", clock.millis(), person);
            audit.add(transaction, actor, "suspended", before.name(), reason.strip());
        });
    }

    /** Lets somebody act again who was suspended. */
    public Person reinstate(@Nullable Person actor, long person) {
        return change(actor, Role.MODERATOR, person, (transaction, before) -> {
            transaction.execute("update person set suspended_at = null where number = ?", person);
            audit.add(transaction, actor, "reinstated", before.name(), "");
        });
    }

    /** The address of a page where somebody sets a new password, within an hour and once. An admin hands it over. */
    public String resetLink(@Nullable Person actor, long person) {
        return link(actor, person, Purpose.RESET, "made a link for a new password of");
    }

    /** The address of a page that signs somebody in, within a day and once. An admin hands it over. */
    public String signInLink(@Nullable Person actor, long person) {
        return link(actor, person, Purpose.SIGN_IN, "made a link that signs in");
    }

    private String link(@Nullable Person actor, long person, Purpose purpose, String action) {
        requireAbove(actor, Role.ADMIN, Role.READER);
        return database.write(transaction -> {
            Person owner = require(transaction, person);
            audit.add(transaction, actor, action, owner.name(), "");
            return links.make(transaction, purpose, person, null, actor);
        });
    }

    /**
     * Invites somebody, as a moderator may to roles below their own and an admin to any.
     *
     * @param email to which the invitation is mailed, so that it proves the address; empty for none
     * @return the address of the page where they make their account, to be shown once; empty if it was mailed
     */
    public Optional<String> invite(@Nullable Person actor, Role role, String email) {
        requireAbove(actor, Role.MODERATOR, role);
        complaintAboutAddress(email).ifPresent(complaint -> {
            throw Refusal.badRequest("Nobody was invited", complaint);
        });
        String to = Membership.normal(email);
        return database.write(transaction -> {
            audit.add(transaction, actor, "invited", to.isEmpty() ? "by a link" : to, "as " + role.word());
            String link = links.make(transaction, Purpose.INVITATION, to.isEmpty() ? null : to, role, actor);
            if (to.isEmpty()) {
                return Optional.of(link);
            }
            mails.add(transaction, letters.invitation(to, actor == null ? "Whoever runs it" : actor.title(), link));
            return Optional.<String>empty();
        });
    }

    /** What is wrong with an address that may be left out, as a sentence; empty where nothing is. */
    public static Optional<String> complaintAboutAddress(String email) {
        return email.isEmpty() || Mail.isAddress(email)
                ? Optional.empty()
                : Optional.of("“" + email + "” is not an e-mail address.");
    }

    /** Whether somebody may invite to this role. */
    public static boolean mayInvite(Person inviter, Role role) {
        return isAbove(inviter, Role.MODERATOR, role);
    }

    /**
     * Where there is no admin who could run the place, the address of a page that makes one, within a day and once; an
     * earlier one is not good any more. Empty where there is an admin.
     */
    public Optional<String> firstAdminLink() {
        return database.write(transaction -> {
            links.endAll(transaction, Purpose.FIRST_ADMIN);
            return logins.activeAdmins(transaction) > 0
                    ? Optional.<String>empty()
                    : Optional.of(links.make(transaction, Purpose.FIRST_ADMIN, null, Role.ADMIN, null));
        });
    }

    /**
     * Deletes somebody's account: the row keeps its number, and nothing that names them.
     *
     * @param wordsStay whether what they wrote stays, unsigned
     */
    void delete(Person person, boolean wordsStay) {
        List<PersonalData> rooms = personalData.get();
        database.write(transaction -> {
            Person still = hold(transaction, person.number());
            requireAnotherAdmin(transaction, still);
            rooms.forEach(room -> room.deleted(transaction, still, wordsStay));
            logins.endEverything(transaction, person.number());
            String name = "~" + person.number();
            transaction.execute(
                    "update person set name = ?, full_name = '', email = null, email_confirmed_at = null,"
                            + " password = null, role = ?, shows = '', gone_at = ? where number = ?",
                    name,
                    Role.READER.word(),
                    clock.millis(),
                    person.number());
            audit.add(transaction, still, "deleted the account", name, "");
            return true;
        });
    }

    private interface Change {
        void make(Transaction transaction, Person before);
    }

    /** Changes somebody's standing, and tells the rooms in the same transaction. */
    private Person change(@Nullable Person actor, Role needed, long person, Change change) {
        List<PersonalData> rooms = personalData.get();
        return database.write(transaction -> {
            Person before = hold(transaction, person);
            requireAbove(actor, needed, before.role());
            change.make(transaction, before);
            Person after = require(transaction, person);
            rooms.forEach(room -> room.standingChanged(transaction, after));
            return after;
        });
    }

    /**
     * Somebody, kept as they are by this transaction alone: whatever they are doing is done before, or finds out. The
     * admins first, as in every transaction, so that no two wait for one another.
     */
    private Person hold(Transaction transaction, long person) {
        logins.activeAdmins(transaction);
        if (!transaction.isAlone()) {
            transaction.number("select number from person where number = ? for update", person);
        }
        return require(transaction, person);
    }

    private Person require(Transaction transaction, long person) {
        return logins.of(transaction, person)
                .map(Logins.Login::person)
                .orElseThrow(() -> Refusal.notFound("There is no such account"));
    }

    /** An admin may do all to all; others what their role allows, to roles below it. */
    private static void requireAbove(@Nullable Person actor, Role needed, Role touched) {
        if (actor != null && !isAbove(actor, needed, touched)) {
            throw Refusal.of(403, "That is not open to you", "It needs a higher role than yours. Nothing was changed.");
        }
    }

    private static boolean isAbove(Person actor, Role needed, Role touched) {
        return actor.may(Role.ADMIN) || (actor.may(needed) && !touched.includes(actor.role()));
    }

    private void requireAnotherAdmin(Transaction transaction, Person person) {
        if (person.may(Role.ADMIN) && logins.activeAdmins(transaction) < 2) {
            throw Refusal.of(
                    409,
                    "The last admin stays",
                    "Without one nobody could run this place. Make somebody else an admin first. Nothing was changed.");
        }
    }
}
