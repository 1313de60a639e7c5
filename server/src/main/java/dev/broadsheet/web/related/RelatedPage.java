package dev.broadsheet.web.related;

import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Piece;
import dev.broadsheet.web.shared.SortingChoice;
import java.util.List;
import java.util.stream.Stream;

/**
 * Papers near to examples, as their page shows them.
 *
 * @param like never empty
 */
record RelatedPage(List<Example> like, List<Example> unlike, List<SortingChoice> orders, List<Found> found) {

    boolean hasMathematics() {
        return found.stream().anyMatch(paper -> paper.card.hasMathematics())
                || Stream.concat(like.stream(), unlike.stream())
                        .flatMap(example -> example.title.stream())
                        .anyMatch(Piece::isMathematics);
    }

    /**
     * A paper that others are to be near to, or away from.
     *
     * @param without the address of this page without it
     */
    record Example(String href, List<Piece> title, String without) {}

    /**
     * A paper that was found.
     *
     * @param nearness the mean cosine
     * @param more the address of this page with it as one more example
     * @param less the address of this page with it as an example to stay away from
     */
    record Found(Card card, String nearness, String more, String less) {}
}
