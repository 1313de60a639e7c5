package dev.broadsheet.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.VectorScorer;

/** Compares a vector with those of a few documents, as they were given and not quantised. */
final class FullVectors {
    private FullVectors() {}

    /**
     * The cosines, each at its document's place; NaN for a document without a vector.
     *
     * @param documents of the whole index, in any order, perhaps several times
     */
    static double[] similarities(IndexSearcher searcher, String field, float[] vector, int[] documents)
            throws IOException {
        int[] sorted = IntStream.of(documents).sorted().distinct().toArray();
        double[] found = new double[sorted.length];
        Arrays.fill(found, Double.NaN);
        int from = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            int until = place(sorted, leaf.docBase + leaf.reader().maxDoc());
            if (until > from) {
                compare(leaf, field, vector, sorted, from, until, found);
                from = until;
            }
        }
        double[] similarities = new double[documents.length];
        Arrays.setAll(similarities, i -> found[Arrays.binarySearch(sorted, documents[i])]);
        return similarities;
    }

    private static void compare(
            LeafReaderContext leaf, String field, float[] vector, int[] sorted, int from, int until, double[] found)
            throws IOException {
        FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
        VectorScorer scorer = values == null ? null : values.rescorer(vector);
        if (scorer == null) {
            return;
        }
        VectorScorer.Bulk bulk = scorer.bulk(new Documents(sorted, from, until, leaf.docBase));
        DocAndFloatFeatureBuffer scored = new DocAndFloatFeatureBuffer();
        int place = from;
        do {
            bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, scored);
            for (int i = 0; i < scored.size; i++) {
                while (sorted[place] < scored.docs[i] + leaf.docBase) {
                    place++;
                }
                // Lucene's score is (1 + cosine) / 2.
                found[place] = 2.0 * scored.features[i] - 1;
            }
        } while (scored.size > 0);
    }

    private static int place(int[] sorted, int document) {
        int place = Arrays.binarySearch(sorted, document);
        return place < 0 ? -place - 1 : place;
    }

    /** Part of a sorted array as Lucene goes through documents. */
    private static final class Documents extends DocIdSetIterator {
        private final int[] sorted;
        private final int until;
        private final int base;
        private int next;
        private int document = -1;

        Documents(int[] sorted, int from, int until, int base) {
            this.sorted = sorted;
            this.until = until;
            this.base = base;
            this.next = from;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() {
            document = next < until ? sorted[next++] - base : NO_MORE_DOCS;
            return document;
        }

        @Override
        public int advance(int target) throws IOException {
            return slowAdvance(target);
        }

        @Override
        public long cost() {
            return until - next;
        }
    }
}
