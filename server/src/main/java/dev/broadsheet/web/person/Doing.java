package dev.broadsheet.web.person;

import dev.broadsheet.account.Shown;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.vote.Votes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

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

    /** All kinds, in the order of a person's page. */
    static List<Doing> all(Authorship authorship, Votes votes) {
        return List.of(
                new Doing(
                        Shown.PAPERS,
                        "Papers",
                        "is an author of",
                        "is confirmed as an author of no paper yet.",
                        (persons, offset, limit) -> authorship.confirmedOf(persons, offset, limit).stream()
                                .map(claim -> new Deed(
                                        claim.person(),
                                        claim.paper(),
                                        Objects.requireNonNullElse(claim.decidedAt(), claim.at()),
                                        "",
                                        ""))
                                .toList()),
                new Doing(
                        Shown.UPVOTED,
                        "Upvoted",
                        "upvoted",
                        "has upvoted nothing.",
                        (persons, offset, limit) -> votes.latest(persons, offset, limit).stream()
                                .map(vote -> new Deed(vote.person(), vote.paper(), vote.at(), "", ""))
                                .toList()));
    }

    /** As it stands in an address. */
    String word() {
        return shown.word();
    }
}
