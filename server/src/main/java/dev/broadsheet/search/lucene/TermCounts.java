package dev.broadsheet.search.lucene;

import java.io.IOException;
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
    private TermCounts() {}

    /**
     * The terms with their numbers of documents, deleted ones among them.
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
                counts.merge(term.utf8ToString(), all.docFreq(), Integer::sum);
                term = all.next();
            }
        }
        return counts;
    }
}
