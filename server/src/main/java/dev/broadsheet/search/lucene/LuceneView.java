package dev.broadsheet.search.lucene;

import dev.broadsheet.search.analysis.NameKey;
import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.engine.Beginnings;
import dev.broadsheet.search.engine.Candidate;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.engine.Facets;
import dev.broadsheet.search.engine.SortKey;
import dev.broadsheet.search.engine.SortOrder;
import dev.broadsheet.search.engine.Vocabulary;
import dev.broadsheet.search.nearest.QuantizedVectorCache;
import dev.broadsheet.search.query.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One state of the index. */
final class LuceneView implements EngineView {
    /** Words of a query that are looked for; a pasted abstract has fewer. */
    private static final int MOST_WORDS = 500;

    private final IndexSearcher searcher;
    private final LuceneCandidates candidates;
    private final LuceneVectors vectors;
    private final Runnable release;

    /** Counted when first asked for: with deletions it takes a look at every paper; -1 before. */
    private volatile long embedded = -1;

    /** @param release called when the view is closed */
    LuceneView(IndexSearcher searcher, QuantizedVectorCache quantized, Runnable release) {
        this.searcher = searcher;
        this.candidates = new LuceneCandidates(searcher);
        this.vectors = new LuceneVectors(searcher, quantized);
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
            known = IndexReading.read(
                    () -> (long) searcher.count(new TermQuery(new Term(PaperDocument.EMBEDDED, PaperDocument.YES))));
            embedded = known;
        }
        return known;
    }

    @Override
    public long highest() {
        return IndexReading.read(() -> {
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
        return IndexReading.read(
                () -> candidates.of(searcher.search(ConditionQuery.within(scope, any.build()), limit)));
    }

    @Override
    public List<Candidate> meaning(int model, float[] vector, Scope scope, int limit) {
        return IndexReading.read(() -> candidates.of(vectors.nearest(model, vector, ConditionQuery.of(scope), limit)));
    }

    @Override
    public List<Candidate> papers(Collection<Long> numbers) {
        return IndexReading.read(() -> candidates.of(numbers));
    }

    @Override
    public Map<Long, float[]> vectors(int model, List<Candidate> papers) {
        return IndexReading.read(() -> vectors.of(model, papers));
    }

    @Override
    public double[] similarities(int model, float[] vector, List<Candidate> papers) {
        return IndexReading.read(() -> vectors.similarities(model, vector, papers));
    }

    @Override
    public List<Long> titled(Set<String> titles, Scope scope, int limit) {
        List<BytesRef> keys = titles.stream()
                .map(title -> PaperDocument.joined(PaperDocument.titleKey(title)))
                .filter(key -> !key.isEmpty())
                .map(BytesRef::new)
                .toList();
        return newest(PaperDocument.TITLE, keys, scope, limit);
    }

    @Override
    public List<Long> by(String author, Scope scope, int limit) {
        List<BytesRef> keys = NameKey.of(author).stream().map(BytesRef::new).toList();
        return newest(PaperDocument.AUTHOR, keys, scope, limit);
    }

    private List<Long> newest(String field, List<BytesRef> terms, Scope scope, int limit) {
        if (terms.isEmpty()) {
            return List.of();
        }
        Query query = ConditionQuery.within(scope, new TermInSetQuery(field, terms));
        return IndexReading.read(() -> PaperOrder.of(SortOrder.DATE).first(searcher, query, limit));
    }

    @Override
    public List<SortKey> listed(Scope scope, SortOrder order, @Nullable SortKey after, int limit) {
        Query all = ConditionQuery.within(scope, MatchAllDocsQuery.INSTANCE);
        return IndexReading.read(() -> PaperOrder.of(order).page(searcher, all, after, limit));
    }

    @Override
    public List<Long> ordered(Collection<Long> numbers, SortOrder order) {
        return numbers.isEmpty()
                ? List.of()
                : IndexReading.read(() -> PaperOrder.of(order).first(searcher, these(numbers), numbers.size()));
    }

    @Override
    public Facets facets(Scope scope) {
        Query all = ConditionQuery.within(scope, MatchAllDocsQuery.INSTANCE);
        return IndexReading.read(() -> searcher.search(all, PaperCount.MANAGER));
    }

    @Override
    public Facets facets(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? Facets.NONE
                : IndexReading.read(() -> searcher.search(these(numbers), PaperCount.MANAGER));
    }

    private static Query these(Collection<Long> numbers) {
        return new TermInSetQuery(
                PaperDocument.NUMBER, numbers.stream().map(PaperDocument::bytes).toList());
    }

    @Override
    public Vocabulary vocabulary() {
        return new LuceneVocabulary(searcher);
    }

    @Override
    public Beginnings beginnings(String typed, Beginnings.Wanted wanted) {
        return new LuceneBeginnings(searcher).of(typed, wanted);
    }

    @Override
    public void close() {
        release.run();
    }
}
