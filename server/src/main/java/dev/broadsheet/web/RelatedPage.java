package dev.broadsheet.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * Papers near to examples, as their page shows them.
 *
 * @param like never empty
 */
public record RelatedPage(List<Example> like, List<Example> unlike, List<Sorting> orders, List<Found> found) {

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
    public record Example(String href, List<Piece> title, String without) {}

    /** A way of sorting. */
    public record Sorting(String words, String href, boolean chosen) {}

    /**
     * A paper that was found.
     *
     * @param nearness the mean cosine
     * @param more the address of this page with it as one more example
     * @param less the address of this page with it as an example to stay away from
     */
    public record Found(Card card, String nearness, String more, String less) {}
}
