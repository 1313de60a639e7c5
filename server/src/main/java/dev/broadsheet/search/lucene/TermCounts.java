package dev.broadsheet.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The terms of a field that begin alike. */
final class TermCounts {
    private static final int MANY = 2_000;

    /** The most frequent first. */
    static final Comparator<Map.Entry<String, Integer>> FREQUENT_FIRST = Map.Entry.<String, Integer>comparingByValue(
                    Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey());

    private TermCounts() {}

    /**
     * The terms with their numbers of documents, deleted ones among them. Where there are many, those that a
     * segment has only once are left out of it: they are most of them, and the frequent ones are looked for.
     *
     * @param most of how many terms of a segment is read, in their order
     */
    static Map<String, Integer> of(IndexSearcher searcher, String field, String beginning, int most)
            throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        BytesRef prefix = new BytesRef(beginning);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Terms terms = leaf.reader().terms(field);
            if (terms == null) {
                continue;
            }
            TermsEnum all = terms.iterator();
            if (all.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
                continue;
            }
            BytesRef term = all.term();
            for (int read = 0; read < most && term != null && StringHelper.startsWith(term, prefix); read++) {
                int papers = all.docFreq();
                if (papers > 1 || counts.size() < MANY) {
                    counts.merge(term.utf8ToString(), papers, Integer::sum);
                }
                term = all.next();
            }
        }
        return counts;
    }
}
