package dev.broadsheet.program;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.discussion.Suspension;
import dev.broadsheet.site.Refusal;
import org.jspecify.annotations.Nullable;

/** Stops people from acting, and tells every room. Thread-safe. */
final class PlainSuspension implements Suspension {
    private final Program program;

    PlainSuspension(Program program) {
        this.program = program;
    }

    @Override
    public void suspend(Person moderator, long person, String reason) {
        change(moderator, person, "suspended", program.clock().millis(), reason);
    }

    @Override
    public void reinstate(Person moderator, long person) {
        change(moderator, person, "reinstated", null, "");
    }

    private void change(Person moderator, long number, String action, @Nullable Long at, String details) {
        People people = program.people();
        Database database = program.database();
        database.write(transaction -> {
            Person before =
                    people.hold(transaction, number).orElseThrow(() -> Refusal.notFound("There is no such account"));
            if (!moderator.may(Role.ADMIN) && before.role().includes(moderator.role())) {
                throw Refusal.of(
                        403, "That is not open to you", "It needs a higher role than yours. Nothing was changed.");
            }
            transaction.execute("update person set suspended_at = ? where number = ?", at, number);
            Person after = people.hold(transaction, number).orElseThrow();
            program.personalData().forEach(room -> room.standingChanged(transaction, after));
            new Audit(program.clock()).add(transaction, moderator, action, before.name(), details);
            return true;
        });
    }
}
