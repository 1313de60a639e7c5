package dev.broadsheet.search.analysis;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Lucene's English analysis, with mathematics as it is spoken and letters without accents. */
public final class PaperAnalyzer extends Analyzer {
    /** Words of a title that are told from those of its abstract; the abstract begins behind so many. */
    public static final int LONGEST_TITLE = 256;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
        TokenStream said = new StopFilter(lower, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(words, new PorterStemFilter(new ASCIIFoldingFilter(said)));
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return new PlainTextFilter(text);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return LONGEST_TITLE;
    }
}
