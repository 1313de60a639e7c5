package dev.broadsheet.account.oidc;

import dev.broadsheet.account.Person;
import dev.broadsheet.database.Transaction;
import java.util.Optional;

/** How somebody whom a provider vouches for comes to an account. Called by many threads. */
public interface Admission {
    /** The person who has confirmed that this address is theirs; empty if nobody has. */
    Optional<Person> byConfirmedEmail(Transaction transaction, String email);

    /**
     * Makes an account, if that is open to them.
     *
     * @param userName that they have elsewhere, or whatever else a name can be made of; need not be free, nor a name
     * @param fullName may be empty
     * @param email that a provider has verified; empty for none
     * @param invitation that they brought; empty for none
     * @throws dev.broadsheet.site.Refusal with 403 if it is not open to them
     */
    Person admit(Transaction transaction, String userName, String fullName, String email, String invitation);
}
