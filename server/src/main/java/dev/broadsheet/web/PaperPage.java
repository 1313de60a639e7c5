package dev.broadsheet.web;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as its page shows it.
 *
 * @param withdrawnOn the day on which the withdrawal was noticed, null where that is not known
 * @param facts what else is known of it, each with its name
 * @param appearances the lists it has stood on, earliest first
 * @param history what happened to it, earliest first; empty where only one version is known of
 * @param related by meaning, nearest first
 * @param moreLikeThis the address of the page of related papers with this one as an example
 */
public record PaperPage(
        String id,
        List<Piece> title,
        List<Author> authors,
        boolean withdrawn,
        @Nullable String withdrawnOn,
        List<Piece> abstractText,
        @Nullable String abstractNote,
        @Nullable String synopsis,
        List<NamedLink> links,
        List<Fact> facts,
        List<Standing> appearances,
        List<PaperHistory> history,
        String citation,
        List<Card> related,
        String moreLikeThis) {

    /** One thing that is known, as name and value. */
    public record Fact(String name, String value) {}

    /** That it stood on a list. */
    public record Standing(String href, String day, Appearance appearance) {}
}
