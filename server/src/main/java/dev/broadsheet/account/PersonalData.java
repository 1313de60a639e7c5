package dev.broadsheet.account;

import dev.broadsheet.database.Transaction;
import java.util.Map;

/**
 * What a room keeps of people, for when something happens to one of them. A room hands it over with its entry in the
 * program's table of contents. Called by many threads.
 */
public interface PersonalData {
    /**
     * Somebody was suspended or reinstated, or has another role. What was drawn from what they did (a count of votes)
     * is drawn anew here.
     *
     * @param transaction in which it happens
     * @param person as they are from now on
     */
    default void standingChanged(Transaction transaction, Person person) {}

    /**
     * Somebody deletes their account: what the room keeps of them goes, but what it must keep for others.
     *
     * @param transaction in which it happens; the person's row still stands
     * @param wordsStay whether what they wrote stays, unsigned; else it is deleted too
     */
    void deleted(Transaction transaction, Person person, boolean wordsStay);

    /**
     * All that the room keeps of somebody, for them to take along.
     *
     * @return by the name of a file, {@code votes.json}, what it holds: values that become JSON
     */
    Map<String, Object> export(Person person);
}
