package dev.broadsheet.search.lucene;

import dev.broadsheet.search.engine.Candidate;
import dev.broadsheet.search.nearest.Nearest.ScoredDocuments;
import dev.broadsheet.search.nearest.NearestVectors;
import dev.broadsheet.search.nearest.QuantizedVectorCache;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** The vectors of one state of the index. Thread-safe. */
final class LuceneVectors {
    private final IndexSearcher searcher;
    private final QuantizedVectorCache quantized;

    LuceneVectors(IndexSearcher searcher, QuantizedVectorCache quantized) {
        this.searcher = searcher;
        this.quantized = quantized;
    }

    ScoredDocuments nearest(int model, float[] vector, @Nullable Query filter, int limit) throws IOException {
        return in(model).search(vector, filter, limit);
    }

    /** The cosines, each at its candidate's place; NaN for those that are not embedded. */
    double[] similarities(int model, float[] vector, List<Candidate> candidates) throws IOException {
        int[] documents =
                candidates.stream().mapToInt(LuceneCandidates::document).toArray();
        return in(model).similarities(vector, documents);
    }

    /** The vectors of those that are embedded, by number. */
    Map<Long, float[]> of(int model, List<Candidate> candidates) throws IOException {
        List<Candidate> sorted = candidates.stream()
                .sorted(Comparator.comparingInt(LuceneCandidates::document))
                .toList();
        Map<Long, float[]> vectors = new HashMap<>();
        int next = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            int first = next;
            while (next < sorted.size() && LuceneCandidates.document(sorted.get(next)) < end) {
                next++;
            }
            FloatVectorValues values =
                    next == first ? null : leaf.reader().getFloatVectorValues(PaperDocument.vector(model));
            if (values != null) {
                take(sorted.subList(first, next), leaf.docBase, values, vectors);
            }
        }
        return vectors;
    }

    private static void take(List<Candidate> candidates, int base, FloatVectorValues values, Map<Long, float[]> vectors)
            throws IOException {
        DocIndexIterator iterator = values.iterator();
        for (Candidate candidate : candidates) {
            int doc = LuceneCandidates.document(candidate) - base;
            if (iterator.docID() <= doc && (iterator.docID() == doc || iterator.advance(doc) == doc)) {
                vectors.put(
                        candidate.number(), values.vectorValue(iterator.index()).clone());
            }
        }
    }

    private NearestVectors in(int model) {
        return new NearestVectors(searcher, quantized, PaperDocument.vector(model));
    }
}
