package dev.broadsheet.program;

import dev.broadsheet.account.Person;
import dev.broadsheet.discussion.Suspension;

/** Lets the moderators of discussions suspend people. Thread-safe. */
record AccountSuspension(Program program) implements Suspension {
    @Override
    public void suspend(Person moderator, long person, String reason) {
        program.moderation().suspend(moderator, person, reason);
    }

    @Override
    public void reinstate(Person moderator, long person) {
        program.moderation().reinstate(moderator, person);
    }
}
