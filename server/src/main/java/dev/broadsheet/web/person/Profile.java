package dev.broadsheet.web.person;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.web.shared.DisplayFormat;
import java.time.ZoneId;

/**
 * Somebody as the head of their page shows them.
 *
 * @param title what to call them
 * @param role what they do here, in a word; empty for members and readers
 * @param joined the day in words
 * @param own whether it is who reads
 * @param following whether who reads follows them
 * @param followable whether who reads may follow them
 */
record Profile(
        String name,
        String title,
        String role,
        String joined,
        boolean suspended,
        boolean own,
        boolean following,
        boolean followable) {

    static Profile of(Person person, ZoneId zone, boolean own, boolean following, boolean followable) {
        return new Profile(
                person.name(),
                person.title(),
                person.role().includes(Role.CURATOR) ? person.role().word() : "",
                DisplayFormat.date(person.joined().atZone(zone).toLocalDate()),
                person.state() == Person.State.SUSPENDED,
                own,
                following,
                followable);
    }

    String href() {
        return Addresses.person(name);
    }
}
