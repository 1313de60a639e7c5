package dev.broadsheet.search;

import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.Explanation.Part;
import dev.broadsheet.search.ResultOrdering.Place;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchAnswer.Span;
import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.ranking.Contribution;
import dev.broadsheet.search.vector.PaperText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A paper as an answer, with what can be said of its place. */
final class ExplainedHit {
    /** A pasted abstract matches hundreds. */
    private static final int MOST_WORDS = 30;

    private ExplainedHit() {}

    /**
     * A paper as an answer.
     *
     * @param stems of the query's words
     * @param place where it stands and why, or null where nothing was ranked
     */
    static Hit of(Paper paper, double score, Set<String> stems, @Nullable Place place, boolean explained) {
        return new Hit(
                paper,
                score,
                spans(paper.metadata().title(), stems),
                spans(paper.metadata().abstractText(), stems),
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
                place.ranked() == null
                        ? List.of()
                        : place.ranked().parts().stream()
                                .map(ExplainedHit::part)
                                .toList());
    }

    private static Part part(Contribution given) {
        return new Part(given.signal(), given.raw(), given.normalised(), given.weight());
    }

    private static List<Span> spans(String text, Set<String> stems) {
        return TextAnalysis.matches(text, stems).stream()
                .map(match -> new Span(match.start(), match.end()))
                .toList();
    }

    /** The words as they are written where they stand first, in the order of the texts. */
    private static List<String> matched(List<String> texts, Set<String> stems) {
        Set<String> told = new HashSet<>();
        return texts.stream()
                .flatMap(text -> TextAnalysis.matches(text, stems).stream()
                        .map(match -> text.substring(match.start(), match.end())))
                .filter(word -> told.add(word.toLowerCase(Locale.ROOT)))
                .limit(MOST_WORDS)
                .toList();
    }
}
