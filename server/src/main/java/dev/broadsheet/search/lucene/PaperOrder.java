package dev.broadsheet.search.lucene;

import dev.broadsheet.search.engine.SortKey;
import dev.broadsheet.search.engine.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.IntField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** The orders that do not depend on a query, as Lucene understands them. No two papers share a place. Immutable. */
final class PaperOrder {
    private static final SortField DAY =
            IntField.newSortField(PaperDocument.DAY, true, SortedNumericSelector.Type.MAX, Integer.MIN_VALUE);
    private static final SortField NUMBER = new SortField(PaperDocument.NUMBER, SortField.Type.LONG, true);

    private final boolean measured;
    private final Sort sort;

    private PaperOrder(@Nullable String measure) {
        this.measured = measure != null;
        this.sort = measure == null
                ? new Sort(DAY, NUMBER)
                : new Sort(new SortField(measure, SortField.Type.INT, true, 0), DAY, NUMBER);
    }

    static PaperOrder of(SortOrder order) {
        return new PaperOrder(
                switch (order) {
                    case DATE -> null;
                    case VOTES -> PaperDocument.VOTES;
                    case COMMENTS -> PaperDocument.COMMENTS;
                });
    }

    /** The first papers that the query finds, by their numbers. */
    List<Long> first(IndexSearcher searcher, Query query, int limit) throws IOException {
        return page(searcher, query, null, limit).stream().map(SortKey::number).toList();
    }

    /** The papers that the query finds, from behind a place on. */
    List<SortKey> page(IndexSearcher searcher, Query query, @Nullable SortKey after, int limit) throws IOException {
        int documents = searcher.getIndexReader().maxDoc();
        return places(searcher.searchAfter(behind(after, documents), query, limit, sort));
    }

    /**
     * What Lucene is to begin behind.
     *
     * @param documents of the index
     */
    private @Nullable FieldDoc behind(@Nullable SortKey last, int documents) {
        if (last == null) {
            return null;
        }
        Object[] fields = measured
                ? new Object[] {last.measure(), last.day(), last.number()}
                : new Object[] {last.day(), last.number()};
        // At the same place Lucene goes by the document: behind all of them.
        return new FieldDoc(Math.max(0, documents - 1), Float.NaN, fields);
    }

    /** The places of papers that were sorted by this order. */
    private List<SortKey> places(TopDocs sorted) throws IOException {
        List<SortKey> places = new ArrayList<>(sorted.scoreDocs.length);
        for (ScoreDoc found : sorted.scoreDocs) {
            if (!(found instanceof FieldDoc hit) || hit.fields == null) {
                throw new IOException("the index gave no places in the order that was asked for");
            }
            int day = measured ? 1 : 0;
            places.add(new SortKey(
                    measured ? (Integer) hit.fields[0] : 0, (Integer) hit.fields[day], (Long) hit.fields[day + 1]));
        }
        return places;
    }
}
