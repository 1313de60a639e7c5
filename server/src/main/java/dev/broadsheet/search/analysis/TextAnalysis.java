package dev.broadsheet.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;

/** How texts become words, for papers, queries and highlights alike. Thread-safe. */
public final class TextAnalysis {
    public static final Analyzer ANALYZER = new PaperAnalyzer();

    private TextAnalysis() {}

    /** Where a text matches a query, in its own characters. */
    public static List<Match> matches(String text, Set<String> stems) {
        if (stems.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        forEach(text, (stem, place, start, end) -> {
            if (stems.contains(stem)) {
                matches.add(new Match(start, end));
            }
        });
        return matches;
    }

    /** The stems of a query's words, each with how often it is said, in order; stop words have none. */
    public static Map<String, Integer> stems(String query) {
        Map<String, Integer> stems = new LinkedHashMap<>();
        forEach(query, (stem, place, start, end) -> stems.merge(stem, 1, Integer::sum));
        return stems;
    }

    /** The stems of a text with their places among its words; stop words have a place and no stem. */
    public static List<Placed> placed(String text) {
        List<Placed> placed = new ArrayList<>();
        forEach(text, (stem, place, start, end) -> placed.add(new Placed(stem, place)));
        return placed;
    }

    /**
     * A word of a text.
     *
     * @param start the first character's offset
     * @param end the offset behind the last character
     */
    public record Match(int start, int end) {}

    /** @param place 0 for a text's first word */
    public record Placed(String stem, int place) {}

    private static void forEach(String text, Visitor visitor) {
        try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
            TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
            int place = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                place += step.getPositionIncrement();
                visitor.visit(term.getBytesRef().utf8ToString(), place, offset.startOffset(), offset.endOffset());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(String stem, int place, int start, int end);
    }
}
