package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.site.Refusal;

/** Stops people from acting, and lets them act again; each in a transaction of its own. Called by many threads. */
public interface Suspension {
    /**
     * Stops somebody.
     *
     * @throws Refusal if the moderator may not; nothing was changed
     */
    void suspend(Person moderator, long person, String reason);

    /**
     * Lets somebody act again.
     *
     * @throws Refusal if the moderator may not; nothing was changed
     */
    void reinstate(Person moderator, long person);
}
