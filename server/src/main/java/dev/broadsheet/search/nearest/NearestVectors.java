package dev.broadsheet.search.nearest;

import dev.broadsheet.search.nearest.Nearest.ScoredDocuments;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nearest vectors of one field in two steps: the quantised vectors give several times as
 * many as are wanted, and of these the whole vectors tell the nearest. Where there are no more than
 * that, the answer is exact. Thread-safe.
 */
public final class NearestVectors {
    /**
     * How many times the wanted number the quantised vectors give. Measured by {@code benchmarks/run
     * NearestBenchmark}: with five times, all but one in a hundred of the nearest thousand of a million are found.
     */
    private static final int OVERSAMPLING = 5;

    /** How many the quantised vectors give at least: the fewer are wanted, the more a misjudgement weighs. */
    private static final int FEWEST = 1_000;

    private final IndexSearcher searcher;
    private final QuantizedVectorCache quantized;
    private final String field;

    public NearestVectors(IndexSearcher searcher, QuantizedVectorCache quantized, String field) {
        this.searcher = searcher;
        this.quantized = quantized;
        this.field = field;
    }

    /** The nearest documents with their cosines, best first. */
    public ScoredDocuments search(float[] vector, @Nullable Query filter, int limit) throws IOException {
        if (limit <= 0) {
            return new ScoredDocuments(new int[0], new float[0]);
        }
        int[] candidates = candidates(vector, filter, (int)
                Math.min(Math.max(FEWEST, (long) OVERSAMPLING * limit), Integer.MAX_VALUE / OVERSAMPLING));
        double[] cosines = compared(vector, candidates);
        Nearest nearest = new Nearest(limit);
        for (int i = 0; i < candidates.length; i++) {
            nearest.add((float) cosines[i], candidates[i]);
        }
        return nearest.best();
    }

    /**
     * The cosines, each at its document's place; NaN for a document without a vector.
     *
     * @param documents of the whole index, in any order, perhaps several times
     */
    public double[] similarities(float[] vector, int[] documents) throws IOException {
        int[] sorted = IntStream.of(documents).sorted().distinct().toArray();
        double[] found = compared(vector, sorted);
        double[] similarities = new double[documents.length];
        Arrays.setAll(similarities, i -> found[Arrays.binarySearch(sorted, documents[i])]);
        return similarities;
    }

    /** The cosines of different documents in the order of their numbers. */
    private double[] compared(float[] vector, int[] sorted) throws IOException {
        double[] found = new double[sorted.length];
        Arrays.fill(found, Double.NaN);
        int from = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            int until = place(sorted, leaf.docBase + leaf.reader().maxDoc());
            if (until > from) {
                compare(leaf, vector, sorted, from, until, found);
                from = until;
            }
        }
        return found;
    }

    private int[] candidates(float[] vector, @Nullable Query filter, int wanted) throws IOException {
        @Nullable Weight weight = filter == null
                ? null
                : searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        Shortlist shortlist = new Shortlist(wanted);
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            QuantizedVectors vectors = quantized.of(leaf.reader(), field);
            if (vectors == null) {
                continue;
            }
            @Nullable BitSet scope = null;
            if (weight != null) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer == null) {
                    continue;
                }
                scope = BitSet.of(scorer.iterator(), leaf.reader().maxDoc());
            }
            vectors.search(vector, leaf.docBase, leaf.reader().getLiveDocs(), scope, shortlist);
        }
        return shortlist.documents();
    }

    private void compare(LeafReaderContext leaf, float[] vector, int[] sorted, int from, int until, double[] found)
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
