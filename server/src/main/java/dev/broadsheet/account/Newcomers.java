package dev.broadsheet.account;

import dev.broadsheet.account.oidc.Admission;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.site.Refusal;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Makes accounts for people whom a provider vouches for, as the settings allow it. Thread-safe. */
final class Newcomers implements Admission {
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_FULL_NAME = 100;

    private final AccountSettings settings;
    private final People people;
    private final Links links;
    private final Audit audit;
    private final Clock clock;

    Newcomers(AccountSettings settings, People people, Links links, Audit audit, Clock clock) {
        this.settings = settings;
        this.people = people;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Person> byConfirmedEmail(Transaction transaction, String email) {
        return transaction.first(
                "select " + People.COLUMNS + " from person"
                        + " where email = ? and email_confirmed_at is not null and gone_at is null",
                People.PERSON,
                email.toLowerCase(Locale.ROOT));
    }

    @Override
    public Person admit(Transaction transaction, String userName, String fullName, String email, String invitation) {
        Optional<Links.Link> link = invitation.isEmpty()
                ? Optional.empty()
                : links.use(transaction, invitation).filter(Newcomers::invites);
        Optional<Role> invited = link.flatMap(it -> Optional.ofNullable(it.role()));
        Role role = switch (settings.signUp()) {
            case OPEN -> invited.orElse(Role.MEMBER);
            case INVITATION ->
                invited.orElseThrow(() -> refusal("Accounts here are by invitation. Open the link of yours first."));
            case CLOSED -> throw refusal("No new accounts are made here.");
        };
        String name = freeName(transaction, userName);
        Person person = people.add(transaction, name, shortened(fullName), role);
        // A mailed invitation proves its address too.
        String proven = email.isEmpty()
                ? link.flatMap(it -> Optional.ofNullable(it.email())).orElse("")
                : email;
        if (!proven.isEmpty()) {
            setEmailIfFree(transaction, person, proven.toLowerCase(Locale.ROOT));
        }
        audit.add(transaction, person, "signed up", name, "by a provider of identities");
        return person;
    }

    private static Refusal refusal(String sentence) {
        return Refusal.of(403, "You have no account here", sentence + " Nothing was changed.")
                .advice("If you have an account with a password, sign in with it and link this one to it.");
    }

    private static boolean invites(Links.Link link) {
        return link.purpose() == Links.Purpose.INVITATION;
    }

    private void setEmailIfFree(Transaction transaction, Person person, String email) {
        transaction.execute(
                "update person set email = ?, email_confirmed_at = ? where number = ?"
                        + " and not exists (select 1 from person other where other.email = ?)",
                email,
                clock.millis(),
                person.number(),
                email);
    }

    /** The name that they wish for, or one like it that is free. */
    private static String freeName(Transaction transaction, String wish) {
        String base = plain(wish);
        String name = base;
        for (int number = 2; isTaken(transaction, name); number++) {
            String end = "-" + number;
            name = base.substring(0, Math.min(base.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }

    private static boolean isTaken(Transaction transaction, String name) {
        return transaction
                .number("select number from person where name = ?", name)
                .isPresent();
    }

    /** Made of what a user name may have: lower-case letters, digits and single hyphens between them. */
    static String plain(String wish) {
        String letters = Normalizer.normalize(wish, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut =
                letters.substring(0, Math.min(letters.length(), LONGEST_NAME)).replaceAll("-$", "");
        return cut.length() < SHORTEST_NAME ? "reader" : cut;
    }

    private static String shortened(String fullName) {
        String oneLine = fullName.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
        return oneLine.substring(
                0,
                oneLine.offsetByCodePoints(
                        0, Math.min(oneLine.codePointCount(0, oneLine.length()), LONGEST_FULL_NAME)));
    }
}
