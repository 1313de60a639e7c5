package dev.broadsheet.search.lucene;

import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.engine.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** The words of one state of the index. Titles are printed with more care than abstracts, so they teach spelling. */
final class LuceneVocabulary implements Vocabulary {
    private static final int MOST_ALIKE = 8;
    private static final float LEAST_LIKENESS = 0.5f;

    private final IndexSearcher searcher;

    LuceneVocabulary(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    @Override
    public long papers() {
        return searcher.getIndexReader().numDocs();
    }

    @Override
    public Map<String, Frequency> frequencies(Collection<String> words) {
        return IndexReading.read(() -> {
            Map<String, Frequency> frequencies = new HashMap<>();
            for (String word : words) {
                frequencies.put(
                        word,
                        new Frequency(
                                holding(word), count(WordFields.TITLE_WORD, word), count(WordFields.NAME_PART, word)));
            }
            return frequencies;
        });
    }

    private int holding(String word) throws IOException {
        int least = Integer.MAX_VALUE;
        for (String stem : TextAnalysis.stems(word).keySet()) {
            least = Math.min(least, count(PaperDocument.TEXT, stem));
        }
        return least;
    }

    private int count(String field, String term) throws IOException {
        return searcher.getIndexReader().docFreq(new Term(field, term));
    }

    @Override
    public List<Integer> together(List<List<String>> words) {
        return IndexReading.read(() -> {
            List<Integer> together = new ArrayList<>();
            for (List<String> some : words) {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                TextAnalysis.stems(String.join(" ", some))
                        .keySet()
                        .forEach(stem -> all.add(new TermQuery(new Term(PaperDocument.TEXT, stem)), Occur.FILTER));
                together.add(searcher.count(all.build()));
            }
            return together;
        });
    }

    @Override
    public Map<String, List<Alike>> alike(Field field, Collection<String> words) {
        return IndexReading.read(() -> {
            Map<String, List<Alike>> alike = new HashMap<>();
            for (String word : words) {
                alike.put(word, alike(field == Field.TITLE ? WordFields.TITLE_WORD : WordFields.NAME_PART, word));
            }
            return alike;
        });
    }

    private List<Alike> alike(String field, String word) throws IOException {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinPrefix(0);
        checker.setMinQueryLength(0);
        checker.setMaxQueryFrequency(0);
        IndexReader reader = searcher.getIndexReader();
        List<Alike> alike = new ArrayList<>();
        for (SuggestWord other : checker.suggestSimilar(
                new Term(field, word), MOST_ALIKE, reader, SuggestMode.SUGGEST_ALWAYS, LEAST_LIKENESS)) {
            alike.add(new Alike(other.string, edits(word, other), other.freq));
        }
        return alike;
    }

    /** Lucene's measure is one less the edits' part of the shorter word. */
    private static int edits(String word, SuggestWord other) {
        int shorter =
                Math.min(word.codePointCount(0, word.length()), other.string.codePointCount(0, other.string.length()));
        return Math.round((1 - other.score) * shorter);
    }
}
