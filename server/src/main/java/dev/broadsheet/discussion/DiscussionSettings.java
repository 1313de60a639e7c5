package dev.broadsheet.discussion;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.installation.SettingsReader;
import java.time.Duration;
import java.time.Instant;

/**
 * How much people may write, and what a moderator sees first.
 *
 * @param newDays so many days somebody is new after joining; 0 for nobody
 * @param newLinks a new member's comment with more links to elsewhere waits for a moderator
 * @param perHour comments of a member in an hour
 */
public record DiscussionSettings(int newDays, int newLinks, int perHour) {
    /** A new member may write this part of what a member may. */
    private static final int NEW_PART = 4;

    /** Those whom the place trusts may write so many times what a member may. */
    private static final int TRUSTED = 10;

    public static final DiscussionSettings DEFAULT = new DiscussionSettings(7, 1, 20);

    /** {@code discussion.new-member-days}, {@code discussion.new-member-links}, {@code discussion.comments-per-hour}. */
    public static DiscussionSettings read(SettingsReader settings) {
        return new DiscussionSettings(
                settings.number("discussion.new-member-days", DEFAULT.newDays, 0, 365),
                settings.number("discussion.new-member-links", DEFAULT.newLinks, 0, 100),
                settings.number("discussion.comments-per-hour", DEFAULT.perHour, 1, 10_000));
    }

    boolean isNew(Person person, Instant now) {
        return !person.role().includes(Role.CURATOR)
                && person.joined().plus(Duration.ofDays(newDays)).isAfter(now);
    }

    int perHour(Person person, Instant now) {
        if (person.role().includes(Role.CURATOR)) {
            return perHour * TRUSTED;
        }
        return isNew(person, now) ? Math.max(1, perHour / NEW_PART) : perHour;
    }
}
