package dev.broadsheet.search;

import dev.broadsheet.paper.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param direct the paper that the query is an identifier or an address of, else null; then it is
 *     also the first hit
 * @param hits best first
 * @param complete whether every paper could be compared by meaning; while papers are being
 *     embedded some are found by words only
 */
public record SearchAnswer(@Nullable Paper direct, List<Hit> hits, boolean complete) {
    public SearchAnswer {
        hits = List.copyOf(hits);
    }

    /**
     * One answer.
     *
     * @param score falls from hit to hit; comparable within one answer only
     * @param titleMatches where the title's source text matches the query's words
     * @param abstractMatches the same for the abstract's source text
     */
    public record Hit(Paper paper, double score, List<Span> titleMatches, List<Span> abstractMatches) {
        public Hit {
            titleMatches = List.copyOf(titleMatches);
            abstractMatches = List.copyOf(abstractMatches);
        }
    }

    /**
     * A piece of a text.
     *
     * @param start the first character's offset
     * @param end the offset behind the last character
     */
    public record Span(int start, int end) {}
}
