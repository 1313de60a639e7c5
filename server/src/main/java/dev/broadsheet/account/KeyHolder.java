package dev.broadsheet.account;

import dev.broadsheet.site.Reader;
import java.util.Set;

/**
 * Somebody who sends a request with an API key, and may do no more than it allows. Handlers ask {@link Person#require}
 * and do not need to know of it. Immutable.
 */
public record KeyHolder(Person person, Set<Scope> scopes) implements Reader {
    public KeyHolder {
        scopes = Set.copyOf(scopes);
    }

    boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }

    @Override
    public boolean isSignedIn() {
        return true;
    }

    @Override
    public String name() {
        return person.name();
    }

    @Override
    public boolean usesKey() {
        return true;
    }
}
