package dev.broadsheet.search.lucene;

import dev.broadsheet.search.engine.Candidate;
import dev.broadsheet.search.nearest.Nearest.ScoredDocuments;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** From the index's documents to the papers that they are of. Thread-safe. */
final class LuceneCandidates {
    private final IndexSearcher searcher;

    LuceneCandidates(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The document of a candidate that this index gave. */
    static int document(Candidate candidate) {
        if (candidate.place() instanceof Document place) {
            return place.number;
        }
        throw new IllegalArgumentException("paper " + candidate.number() + " comes from another engine");
    }

    List<Candidate> of(TopDocs hits) throws IOException {
        int[] documents = new int[hits.scoreDocs.length];
        float[] scores = new float[hits.scoreDocs.length];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = hits.scoreDocs[i].doc;
            scores[i] = hits.scoreDocs[i].score;
        }
        return of(new ScoredDocuments(documents, scores));
    }

    /** The hits with their papers' numbers, in the same order. Values are read in the order of documents. */
    List<Candidate> of(ScoredDocuments hits) throws IOException {
        int[] found = hits.documents();
        long[] byDocument = new long[found.length];
        Arrays.setAll(byDocument, i -> (long) found[i] << Integer.SIZE | i);
        Arrays.sort(byDocument);
        Candidate[] candidates = new Candidate[found.length];
        @Nullable LeafReaderContext leaf = null;
        @Nullable NumericDocValues numbers = null;
        @Nullable NumericDocValues embedded = null;
        for (long entry : byDocument) {
            int i = (int) entry;
            int doc = found[i];
            if (leaf == null
                    || numbers == null
                    || doc >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = searcher.getLeafContexts().get(ReaderUtil.subIndex(doc, searcher.getLeafContexts()));
                numbers = leaf.reader().getNumericDocValues(PaperDocument.NUMBER);
                embedded = leaf.reader().getNumericDocValues(PaperDocument.EMBEDDED);
            }
            if (numbers == null || !numbers.advanceExact(doc - leaf.docBase)) {
                throw new IOException("document " + doc + " of the index has no number");
            }
            candidates[i] = new Candidate(
                    numbers.longValue(),
                    hits.scores()[i],
                    embedded != null && embedded.advanceExact(doc - leaf.docBase),
                    new Document(doc));
        }
        return List.of(candidates);
    }

    /** Those of these papers that are here. */
    List<Candidate> of(Collection<Long> numbers) throws IOException {
        int[] documents = new int[numbers.size()];
        int count = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            for (long number : numbers) {
                int document = live(leaf, number);
                if (document >= 0 && count < documents.length) {
                    documents[count++] = leaf.docBase + document;
                }
            }
        }
        return of(new ScoredDocuments(Arrays.copyOf(documents, count), new float[count]));
    }

    /** The paper's document in a segment, -1 where it has none. */
    private static int live(LeafReaderContext leaf, long number) throws IOException {
        PostingsEnum postings = leaf.reader().postings(PaperDocument.term(number), PostingsEnum.NONE);
        if (postings != null) {
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (leaf.reader().getLiveDocs() == null
                        || leaf.reader().getLiveDocs().get(doc)) {
                    return doc;
                }
            }
        }
        return -1;
    }

    /** @param number of the whole index's documents, as long as the view lives */
    private record Document(int number) implements Candidate.Place {}
}
