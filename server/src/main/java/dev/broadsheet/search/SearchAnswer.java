package dev.broadsheet.search;

import dev.broadsheet.paper.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param direct the paper that the query is an identifier or an address of, else null; then it is
 *     also the first hit
 * @param hits in the order asked for
 * @param complete whether every paper could be compared by meaning; while papers are being
 *     embedded some are found by words only
 * @param next the cursor of the page behind this one, or null where there is none
 * @param counts how many of the answers each filter would leave; of all answers, not of this page's
 * @param didYouMean another spelling of the query that more papers match, or null
 * @param searchedInstead the spelling that was searched for because the query as typed matches nothing, or null
 * @param before how many answers the pages before this one gave
 */
public record SearchAnswer(
        @Nullable Paper direct,
        List<Hit> hits,
        boolean complete,
        @Nullable String next,
        Counts counts,
        @Nullable String didYouMean,
        @Nullable String searchedInstead,
        int before) {
    public SearchAnswer {
        hits = List.copyOf(hits);
    }

    /** The first page. */
    public SearchAnswer(
            @Nullable Paper direct,
            List<Hit> hits,
            boolean complete,
            @Nullable String next,
            Counts counts,
            @Nullable String didYouMean,
            @Nullable String searchedInstead) {
        this(direct, hits, complete, next, counts, didYouMean, searchedInstead, 0);
    }

    /** The only page, without counts. */
    public SearchAnswer(@Nullable Paper direct, List<Hit> hits, boolean complete) {
        this(direct, hits, complete, null, Counts.NONE, null, null);
    }

    /**
     * One answer.
     *
     * @param score falls from hit to hit where they are ordered by relevance; comparable within one answer only
     * @param titleMatches where the title's source text matches the query's words
     * @param abstractMatches the same for the abstract's source text
     * @param why null where it was not asked for
     */
    public record Hit(
            Paper paper,
            double score,
            List<Span> titleMatches,
            List<Span> abstractMatches,
            @Nullable Explanation why) {
        public Hit {
            titleMatches = List.copyOf(titleMatches);
            abstractMatches = List.copyOf(abstractMatches);
        }

        /** Unexplained. */
        public Hit(Paper paper, double score, List<Span> titleMatches, List<Span> abstractMatches) {
            this(paper, score, titleMatches, abstractMatches, null);
        }
    }

    /**
     * A piece of a text.
     *
     * @param start the first character's offset
     * @param end the offset behind the last character
     */
    public record Span(int start, int end) {}

    /**
     * How many of the answers each filter would leave, the most frequent first; years newest first.
     *
     * @param counted how many answers were counted: all that match, or the best thousand
     */
    public record Counts(int counted, List<Count> categories, List<Count> years, List<Count> sources, int withCode) {
        public static final Counts NONE = new Counts(0, List.of(), List.of(), List.of(), 0);

        public Counts {
            categories = List.copyOf(categories);
            years = List.copyOf(years);
            sources = List.copyOf(sources);
        }
    }

    /** @param value as the filter takes it */
    public record Count(String value, int papers) {}
}
