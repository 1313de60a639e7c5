package dev.broadsheet.search.lucene;

import dev.broadsheet.search.typing.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    public int holding(String word) {
        Set<String> stems = TextAnalysis.stems(word).keySet();
        return LuceneView.read(() -> {
            int least = Integer.MAX_VALUE;
            for (String stem : stems) {
                least = Math.min(least, searcher.getIndexReader().docFreq(new Term(PaperDocument.TEXT, stem)));
            }
            return least;
        });
    }

    @Override
    public int holdingAll(List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        TextAnalysis.stems(String.join(" ", words))
                .keySet()
                .forEach(stem -> all.add(new TermQuery(new Term(PaperDocument.TEXT, stem)), Occur.FILTER));
        return LuceneView.read(() -> searcher.count(all.build()));
    }

    @Override
    public int titled(String word) {
        return LuceneView.read(() -> searcher.getIndexReader().docFreq(new Term(TypingFields.TITLE_WORD, word)));
    }

    @Override
    public int named(String part) {
        return LuceneView.read(() -> searcher.getIndexReader().docFreq(new Term(TypingFields.NAME_PART, part)));
    }

    @Override
    public List<Alike> alike(String word) {
        return alike(TypingFields.TITLE_WORD, word);
    }

    @Override
    public List<Alike> alikeNames(String part) {
        return alike(TypingFields.NAME_PART, part);
    }

    private List<Alike> alike(String field, String word) {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinPrefix(0);
        checker.setMinQueryLength(0);
        checker.setMaxQueryFrequency(0);
        IndexReader reader = searcher.getIndexReader();
        return LuceneView.read(() -> {
            List<Alike> alike = new ArrayList<>();
            for (SuggestWord other : checker.suggestSimilar(
                    new Term(field, word), MOST_ALIKE, reader, SuggestMode.SUGGEST_ALWAYS, LEAST_LIKENESS)) {
                alike.add(new Alike(other.string, edits(word, other), other.freq));
            }
            return alike;
        });
    }

    /** Lucene's measure is one less the edits' part of the shorter word. */
    private static int edits(String word, SuggestWord other) {
        int shorter =
                Math.min(word.codePointCount(0, word.length()), other.string.codePointCount(0, other.string.length()));
        return Math.round((1 - other.score) * shorter);
    }
}
