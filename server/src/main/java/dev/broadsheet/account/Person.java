package dev.broadsheet.account;

import dev.broadsheet.site.Reader;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody with an account, as others may know them. Immutable.
 *
 * @param number by which tables name the person; never given to another
 * @param name the user name: 2 to 30 lower-case letters, digits and hyphens; stands in addresses
 * @param fullName as the person wants to be called; empty where they said nothing
 * @param joined when the account was made
 * @param state whether the person may act
 */
public record Person(long number, String name, String fullName, Role role, Instant joined, State state)
        implements Reader {

    /** Whether a person may act. */
    public enum State {
        ACTIVE,
        /** A moderator stopped them; they can read. */
        SUSPENDED,
        /** They deleted their account; name and full name are those of nobody. */
        GONE
    }

    /** Who sent a request, if they are signed in. */
    public static Optional<Person> of(Request request) {
        return request.reader() instanceof Person person ? Optional.of(person) : Optional.empty();
    }

    /**
     * Who sent a request, for something that needs an account.
     *
     * @param role that it needs
     * @throws Refusal with 401 if nobody is signed in, with 403 if the person may not do it
     */
    public static Person require(Request request, Role role) {
        Person person = of(request)
                .orElseThrow(() -> Refusal.of(401, "Sign in first", "This needs an account. Nothing was changed.")
                        .advice("“Sign in” stands at the top of every page."));
        if (person.state == State.SUSPENDED && role != Role.READER) {
            throw Refusal.of(403, "Your account is suspended", "You can read, but not act. Nothing was changed.");
        }
        if (!person.role.includes(role)) {
            throw Refusal.of(
                    403, "That is not open to you", "It needs the role “" + role.word() + "”. Nothing was changed.");
        }
        return person;
    }

    /** Whether the person may do what needs this role now. */
    public boolean may(Role needed) {
        return state == State.ACTIVE && role.includes(needed);
    }

    /** What to call the person: the full name, else the user name. */
    public String title() {
        return fullName.isEmpty() ? name : fullName;
    }

    @Override
    public boolean isSignedIn() {
        return true;
    }
}
