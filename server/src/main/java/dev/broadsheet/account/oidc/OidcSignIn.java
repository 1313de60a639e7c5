package dev.broadsheet.account.oidc;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the person whom a provider vouches for, or makes their account. Thread-safe. */
final class OidcSignIn {
    private final Database database;
    private final People people;
    private final Identities identities;
    private final Admission admission;

    OidcSignIn(Database database, People people, Identities identities, Admission admission) {
        this.database = database;
        this.people = people;
        this.identities = identities;
        this.admission = admission;
    }

    /**
     * Who it is.
     *
     * @throws dev.broadsheet.site.Refusal with 403 if it is nobody yet and no account is open to them
     */
    Person person(OidcProvider provider, Vouched vouched, String invitation) {
        Optional<Person> known = identities
                .used(vouched)
                .flatMap(people::byNumber)
                .filter(person -> person.state() != Person.State.GONE);
        return known.orElseGet(
                () -> database.write(transaction -> newcomer(transaction, provider, vouched, invitation)));
    }

    private Person newcomer(Transaction transaction, OidcProvider provider, Vouched vouched, String invitation) {
        Person person = byEmail(transaction, provider, vouched)
                .orElseGet(() -> admission.admit(
                        transaction,
                        userName(vouched),
                        vouched.fullName(),
                        provider.linkByEmail() && vouched.emailVerified() ? vouched.email() : "",
                        invitation));
        Identities.Link link = identities.link(transaction, person, vouched);
        if (link == Identities.Link.TAKEN) {
            // Another browser was quicker with the same identity; this transaction leaves nothing behind.
            throw new IllegalStateException("the identity was linked meanwhile");
        }
        return person;
    }

    /** An address proves something only where the settings trust this provider with it. */
    private Optional<Person> byEmail(Transaction transaction, OidcProvider provider, Vouched vouched) {
        return provider.linkByEmail()
                        && vouched.emailVerified()
                        && !vouched.email().isEmpty()
                ? admission.byConfirmedEmail(transaction, vouched.email())
                : Optional.empty();
    }

    private static String userName(Vouched vouched) {
        return Stream.of(vouched.userName(), vouched.email(), vouched.fullName())
                .map(text -> text.contains("@") ? text.substring(0, text.indexOf('@')) : text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
