package dev.broadsheet.search.lucene;

import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.lucene.Nearest.ScoredDocuments;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.ranking.Candidate;
import dev.broadsheet.search.ranking.EngineView;
import dev.broadsheet.search.ranking.SortKey;
import dev.broadsheet.search.typing.Beginnings;
import dev.broadsheet.search.typing.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One state of the index. */
final class LuceneView implements EngineView {
    /** TextAnalysis of a query that are looked for; a pasted abstract has fewer. */
    private static final int MOST_WORDS = 500;

    private final IndexSearcher searcher;
    private final QuantizedVectorCache sketches;
    private final Runnable release;

    /** Counted when first asked for: with deletions it takes a look at every paper; -1 before. */
    private volatile long embedded = -1;

    LuceneView(IndexSearcher searcher, QuantizedVectorCache sketches, Runnable release) {
        this.searcher = searcher;
        this.sketches = sketches;
        this.release = release;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    @Override
    public long indexed() {
        return searcher.getIndexReader().numDocs();
    }

    @Override
    public long embedded() {
        long known = embedded;
        if (known < 0) {
            known = read(
                    () -> (long) searcher.count(new TermQuery(new Term(PaperDocument.EMBEDDED, PaperDocument.YES))));
            embedded = known;
        }
        return known;
    }

    @Override
    public List<Candidate> words(String query, Scope scope, int limit) {
        Map<String, Integer> stems = TextAnalysis.stems(query);
        if (stems.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        stems.entrySet().stream().limit(MOST_WORDS).forEach(stem -> {
            Query term = new TermQuery(new Term(PaperDocument.TEXT, stem.getKey()));
            any.add(stem.getValue() == 1 ? term : new BoostQuery(term, stem.getValue()), Occur.SHOULD);
        });
        return read(() -> candidates(scored(searcher.search(filtered(any.build(), scope), limit))));
    }

    @Override
    public List<Candidate> meaning(int model, float[] vector, Scope scope, int limit) {
        NearestVectors nearest = new NearestVectors(searcher, sketches, PaperDocument.vector(model));
        return read(() -> candidates(nearest.search(vector, FilterQuery.of(scope), limit)));
    }

    @Override
    public List<Long> titled(Set<String> titles, Scope scope, int limit) {
        List<BytesRef> keys = titles.stream()
                .map(title -> PaperDocument.joined(PaperDocument.titleKey(title)))
                .filter(key -> !key.isEmpty())
                .map(BytesRef::new)
                .toList();
        return keys.isEmpty() ? List.of() : newest(new TermInSetQuery(PaperDocument.TITLE, keys), scope, limit);
    }

    @Override
    public List<Long> by(String author, Scope scope, int limit) {
        Set<String> keys = NameKey.of(author);
        List<BytesRef> terms = keys.stream().map(BytesRef::new).toList();
        return keys.isEmpty() ? List.of() : newest(new TermInSetQuery(PaperDocument.AUTHOR, terms), scope, limit);
    }

    @Override
    public List<SortKey> listed(Scope scope, Order order, @Nullable SortKey after, int limit) {
        PaperOrder places = PaperOrder.of(order);
        Query all = filtered(MatchAllDocsQuery.INSTANCE, scope);
        return read(() -> {
            int documents = searcher.getIndexReader().maxDoc();
            return places.positions(searcher.searchAfter(places.behind(after, documents), all, limit, places.sort()));
        });
    }

    @Override
    public List<Long> ordered(Collection<Long> numbers, Order order) {
        PaperOrder places = PaperOrder.of(order);
        return numbers.isEmpty()
                ? List.of()
                : read(() -> places.positions(searcher.search(these(numbers), numbers.size(), places.sort())).stream()
                        .map(SortKey::number)
                        .toList());
    }

    @Override
    public Counts counts(Scope scope) {
        return read(() -> searcher.search(filtered(MatchAllDocsQuery.INSTANCE, scope), PaperCount.MANAGER));
    }

    @Override
    public Counts counts(Collection<Long> numbers) {
        return numbers.isEmpty() ? Counts.NONE : read(() -> searcher.search(these(numbers), PaperCount.MANAGER));
    }

    @Override
    public long highest() {
        return read(() -> {
            long highest = 0;
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                Terms terms = leaf.reader().terms(PaperDocument.NUMBER);
                BytesRef last = terms == null ? null : terms.getMax();
                highest = last == null ? highest : Math.max(highest, PaperDocument.number(last));
            }
            return highest;
        });
    }

    @Override
    public Map<Long, float[]> vectors(int model, Collection<Long> numbers) {
        return read(() -> {
            Map<Long, float[]> vectors = new HashMap<>();
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                FloatVectorValues values = leaf.reader().getFloatVectorValues(PaperDocument.vector(model));
                if (values != null) {
                    collect(leaf, values, numbers, vectors);
                }
            }
            return vectors;
        });
    }

    @Override
    public Map<Long, float[]> vectorsOf(int model, List<Candidate> candidates) {
        return read(() -> {
            Map<Integer, Map<Integer, Long>> byLeaf = new HashMap<>();
            List<LeafReaderContext> leaves = searcher.getLeafContexts();
            for (Candidate candidate : candidates) {
                int leaf = ReaderUtil.subIndex(candidate.document(), leaves);
                byLeaf.computeIfAbsent(leaf, any -> new HashMap<>())
                        .put(candidate.document() - leaves.get(leaf).docBase, candidate.number());
            }
            Map<Long, float[]> vectors = new HashMap<>();
            for (Map.Entry<Integer, Map<Integer, Long>> documents : byLeaf.entrySet()) {
                FloatVectorValues values =
                        leaves.get(documents.getKey()).reader().getFloatVectorValues(PaperDocument.vector(model));
                if (values != null) {
                    take(documents.getValue(), values, vectors);
                }
            }
            return vectors;
        });
    }

    @Override
    public double[] similarities(int model, float[] vector, List<Candidate> candidates) {
        int[] documents = candidates.stream().mapToInt(Candidate::document).toArray();
        return read(() ->
                new NearestVectors(searcher, sketches, PaperDocument.vector(model)).similarities(vector, documents));
    }

    @Override
    public Vocabulary vocabulary() {
        return new LuceneVocabulary(searcher);
    }

    @Override
    public Beginnings beginnings() {
        return new LuceneBeginnings(this);
    }

    @Override
    public void close() {
        release.run();
    }

    private static void collect(
            LeafReaderContext leaf, FloatVectorValues values, Collection<Long> numbers, Map<Long, float[]> vectors)
            throws IOException {
        Map<Integer, Long> documents = new HashMap<>();
        for (long number : numbers) {
            PostingsEnum postings = leaf.reader().postings(PaperDocument.term(number), PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (leaf.reader().getLiveDocs() == null
                        || leaf.reader().getLiveDocs().get(doc)) {
                    documents.put(doc, number);
                }
            }
        }
        take(documents, values, vectors);
    }

    private static void take(Map<Integer, Long> documents, FloatVectorValues values, Map<Long, float[]> vectors)
            throws IOException {
        DocIndexIterator iterator = values.iterator();
        for (int doc : documents.keySet().stream().sorted().toList()) {
            if (iterator.docID() <= doc && (iterator.docID() == doc || iterator.advance(doc) == doc)) {
                vectors.put(
                        documents.get(doc), values.vectorValue(iterator.index()).clone());
            }
        }
    }

    List<Long> newest(Query query, int limit) {
        return newest(query, Scope.ALL, limit);
    }

    private List<Long> newest(Query query, Scope scope, int limit) {
        PaperOrder newest = PaperOrder.of(Order.DATE);
        return read(() -> newest.positions(searcher.search(filtered(query, scope), limit, newest.sort())).stream()
                .map(SortKey::number)
                .toList());
    }

    private static Query these(Collection<Long> numbers) {
        return new TermInSetQuery(
                PaperDocument.NUMBER, numbers.stream().map(PaperDocument::bytes).toList());
    }

    private static Query filtered(Query query, Scope scope) {
        Query filter = FilterQuery.of(scope);
        return filter == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(filter, Occur.FILTER)
                        .build();
    }

    private static ScoredDocuments scored(TopDocs hits) {
        int[] documents = new int[hits.scoreDocs.length];
        float[] scores = new float[hits.scoreDocs.length];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = hits.scoreDocs[i].doc;
            scores[i] = hits.scoreDocs[i].score;
        }
        return new ScoredDocuments(documents, scores);
    }

    /** The hits with their papers' numbers, in the same order. Values are read in the order of documents. */
    private List<Candidate> candidates(ScoredDocuments hits) throws IOException {
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
                    doc,
                    hits.scores()[i],
                    embedded != null && embedded.advanceExact(doc - leaf.docBase));
        }
        return List.of(candidates);
    }

    static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }
}
