package dev.broadsheet.web.search;

import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.web.shared.DisplayFormat;
import org.jspecify.annotations.Nullable;

/** What is said of an answer. */
final class AnswerWords {
    private AnswerWords() {}

    /** How many papers were found, which of them are shown, and in which order. */
    static String summary(SearchForm form, SearchAnswer answer) {
        int counted = answer.counts().counted();
        int shown = answer.hits().size();
        if (shown == 0 && answer.next() == null) {
            return form.isNarrowed() || form.ranking() != Ranking.FULL
                    ? "No paper here matches with these filters. Widen them, or use other words."
                    : "No paper here matches. Use other words, or fewer.";
        }
        if (counted == 1) {
            return "One paper";
        }
        // Without words nothing was weighed.
        boolean ranked = shown > 0 && answer.hits().getFirst().score() > 0;
        boolean cut = ranked && counted == SearchRequest.MOST;
        String papers = answer.before() == 0
                ? (cut
                        ? "The " + DisplayFormat.number(counted) + " best papers"
                        : DisplayFormat.number(counted) + " papers")
                : "Papers " + DisplayFormat.number(answer.before() + 1L) + " to "
                        + DisplayFormat.number(answer.before() + (long) shown) + " of " + (cut ? "the best " : "")
                        + DisplayFormat.number(counted);
        return papers + ", " + order(form, ranked);
    }

    private static String order(SearchForm form, boolean ranked) {
        return switch (form.order()) {
            case RELEVANCE -> ranked ? "best first" : "newest first";
            case DATE -> "newest first";
            case VOTES -> "most votes first";
            case COMMENTS -> "most comments first";
        };
    }

    /** What a reader must know of an answer, or null. */
    static @Nullable String note(SearchForm form, SearchAnswer answer) {
        return answer.complete() || form.ranking() == Ranking.WORDS
                ? null
                : "Some papers are still being read for their meaning; for now those are found by their words only.";
    }

    /** What the counts of the filters are of, or null where they are of all answers. */
    static @Nullable String counted(SearchAnswer answer) {
        int counted = answer.counts().counted();
        boolean cut = counted == SearchRequest.MOST && answer.hits().stream().anyMatch(hit -> hit.score() > 0);
        return cut ? "Counted among the " + DisplayFormat.number(counted) + " best answers." : null;
    }
}
