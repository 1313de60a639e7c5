package dev.broadsheet.search;

import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.ResultOrdering.Place;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.lucene.TextAnalysis;
import dev.broadsheet.search.vector.PaperText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a paper's place among the answers. */
final class Reasons {
    /** A pasted abstract matches hundreds. */
    private static final int MOST_WORDS = 30;

    private Reasons() {}

    /**
     * A paper as an answer.
     *
     * @param stems of the query's words
     * @param place where it stands and why, or null where nothing was ranked
     */
    static Hit hit(Paper paper, double score, Set<String> stems, @Nullable Place place, boolean explained) {
        return new Hit(
                paper,
                score,
                TextAnalysis.matches(paper.metadata().title(), stems),
                TextAnalysis.matches(paper.metadata().abstractText(), stems),
                explained ? explanation(paper, stems, place) : null);
    }

    private static Explanation explanation(Paper paper, Set<String> stems, @Nullable Place place) {
        List<String> words = matched(PaperText.forWords(paper), stems);
        if (place == null) {
            return new Explanation(null, words, List.of());
        }
        return new Explanation(
                place.rule(),
                words,
                place.ranked() == null ? List.of() : place.ranked().parts());
    }

    /** The words as they are written where they stand first, in the order of the texts. */
    private static List<String> matched(List<String> texts, Set<String> stems) {
        Set<String> told = new HashSet<>();
        return texts.stream()
                .flatMap(text -> TextAnalysis.matches(text, stems).stream()
                        .map(span -> text.substring(span.start(), span.end())))
                .filter(word -> told.add(word.toLowerCase(Locale.ROOT)))
                .limit(MOST_WORDS)
                .toList();
    }
}
