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

    /**
     * Who sent a request, for showing them what is theirs; empty where nobody is signed in, and for a key that may not
     * read. Before somebody acts, ask {@link #require}.
     */
    public static Optional<Person> of(Request request) {
        return switch (request.reader()) {
            case Person person -> Optional.of(person);
            case KeyHolder holder when holder.may(Scope.READ) -> Optional.of(holder.person());
            default -> Optional.empty();
        };
    }

    /**
     * Who sent a request, for something that needs an account. With an API key, reading as readers and members do needs
     * the scope {@code read}, and all else {@code admin}; where another scope is to allow it, name it.
     *
     * @param role that it needs
     * @throws Refusal with 401 if nobody is signed in, with 403 if the person, or the key, may not do it
     */
    public static Person require(Request request, Role role) {
        boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
        return require(request, role, reading && Role.MEMBER.includes(role) ? Scope.READ : Scope.ADMIN);
    }

    /**
     * The same for something that API keys of this scope may do.
     *
     * @param role that it needs
     * @param scope that it needs besides, if it is asked for with a key
     * @throws Refusal with 401 if nobody is signed in, with 403 if the person, or the key, may not do it
     */
    public static Person require(Request request, Role role, Scope scope) {
        return switch (request.reader()) {
            case Person person -> person.requiring(role);
            case KeyHolder holder
            when !holder.may(scope) ->
                throw Refusal.of(
                        403,
                        "This key may not do that",
                        "It needs the scope “" + scope.word() + "”. Nothing was changed.");
            case KeyHolder holder -> holder.person().requiring(role);
            default ->
                throw Refusal.of(401, "Sign in first", "This needs an account. Nothing was changed.")
                        .advice("“Sign in” stands at the top of every page.")
                        .header("WWW-Authenticate", "Bearer");
        };
    }

    /**
     * Who sent a request, for something that no API key may do: to change how they sign in, for instance.
     *
     * @param role that it needs
     * @throws Refusal with 401 if nobody is signed in, with 403 for a key or if the person may not do it
     */
    public static Person requireSession(Request request, Role role) {
        if (request.reader().usesKey()) {
            throw Refusal.of(403, "No key may do that", "Sign in with a browser for this. Nothing was changed.");
        }
        return require(request, role);
    }

    private Person requiring(Role needed) {
        if (state == State.SUSPENDED && needed != Role.READER) {
            throw Refusal.of(403, "Your account is suspended", "You can read, but not act. Nothing was changed.");
        }
        if (!role.includes(needed)) {
            throw Refusal.of(
                    403, "That is not open to you", "It needs the role “" + needed.word() + "”. Nothing was changed.");
        }
        return this;
    }

    /** Whether the person may do what needs this role now. */
    public boolean may(Role needed) {
        return state == State.ACTIVE && role.includes(needed);
    }

    /** What to call the person: the full name, else the user name. */
    public String title() {
        if (state == State.GONE) {
            return "Somebody who left";
        }
        return fullName.isEmpty() ? name : fullName;
    }

    @Override
    public boolean isSignedIn() {
        return true;
    }
}
