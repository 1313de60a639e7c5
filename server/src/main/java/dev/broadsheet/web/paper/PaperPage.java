package dev.broadsheet.web.paper;

import dev.broadsheet.daily.Submission;
import dev.broadsheet.discussion.CommentSection;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Piece;
import dev.broadsheet.web.shared.VoteButton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as its page shows it.
 *
 * @param links where else it is
 * @param facts what else is known of it, each with its name
 * @param trending its place among what is trending; null for a paper that was gone in that moment
 * @param citation as BibTeX
 * @param discussion what people say about it
 * @param vote the votes for it, with the button
 */
record PaperPage(
        Description paper,
        PaperAuthors authors,
        List<NamedLink> links,
        List<PaperFact> facts,
        Past past,
        @Nullable TrendingPlace trending,
        String citation,
        Related related,
        CommentSection discussion,
        VoteButton vote) {

    boolean hasMathematics() {
        return paper.title.stream().anyMatch(Piece::isMathematics)
                || paper.abstractText.stream().anyMatch(Piece::isMathematics)
                || related.papers.stream().anyMatch(Card::hasMathematics)
                || discussion.hasMathematics();
    }

    /** What is read of it. */
    record Description(
            String id,
            List<Piece> title,
            List<Piece> abstractText,
            @Nullable String abstractNote,
            @Nullable String synopsis) {
        static Description of(Paper paper) {
            Metadata metadata = paper.metadata();
            return new Description(
                    paper.id().value(),
                    Piece.all(metadata.title()),
                    Piece.all(metadata.abstractText()),
                    metadata.abstractNote(),
                    metadata.synopsis());
        }
    }

    /**
     * What became of it.
     *
     * @param withdrawal what is to be said of its withdrawal; null where it stands
     * @param standings the lists it has stood on, earliest first
     * @param submissions to editions that everybody may read, earliest first
     * @param history what happened to it, earliest first; empty where only one version is known of
     */
    record Past(
            @Nullable String withdrawal,
            List<Standing> standings,
            List<Submitted> submissions,
            List<PaperHistory> history) {}

    /**
     * That somebody put it on a list here.
     *
     * @param day of the list, with the edition's name unless that is the default one
     */
    record Submitted(String href, String day, Submission submission) {}

    /** That it stood on a list. */
    record Standing(String href, String day, Appearance appearance) {}

    /**
     * Papers near to it by meaning, nearest first.
     *
     * @param more the address of the page of related papers with this one as an example
     */
    record Related(List<Card> papers, String more) {}
}
