package dev.broadsheet.web.person;

import dev.broadsheet.account.Shown;
import java.util.Collection;
import java.util.List;

/**
 * One kind of what people do, as the room that keeps it tells.
 *
 * @param shown what a person shows or hides it by
 * @param heading above a list of it
 * @param verb what one did, before the paper: "upvoted"
 * @param none what is said where there is nothing of it, after the person's name
 */
record Doing(Shown shown, String heading, String verb, String none, Teller teller) {

    /** Tells what people did. */
    @FunctionalInterface
    interface Teller {
        /** What these people did, the latest first, without the {@code offset} latest. */
        List<Deed> latest(Collection<Long> persons, int offset, int limit);
    }

    /** As it stands in an address. */
    String word() {
        return shown.word();
    }
}
