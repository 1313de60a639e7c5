package dev.broadsheet.web.edition;

import dev.broadsheet.daily.CurationEntry.Action;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Piece;
import java.util.List;

/**
 * The papers of a day's list as a curator sees them.
 *
 * @param list where readers see it
 * @param log where everybody reads what curators did
 * @param more how many papers of the list are not shown
 * @param form that was filled in last
 */
record CurationPage(String heading, NamedLink list, NamedLink log, List<Item> items, int more, Form form) {
    /**
     * A paper on the list, or taken off it.
     *
     * @param state in words; empty for one on the list
     */
    record Item(String id, String href, List<Piece> title, String state, List<Choice> choices) {}

    /** What can be done with it. */
    record Choice(Action action, String words) {}
}
