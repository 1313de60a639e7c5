package dev.broadsheet.search.lucene;

import dev.broadsheet.search.engine.Facets;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts what papers have, for filters. For one thread. */
final class PaperCount extends SimpleCollector {
    static final CollectorManager<PaperCount, Facets> MANAGER = new CollectorManager<>() {
        @Override
        public PaperCount newCollector() {
            return new PaperCount();
        }

        @Override
        public Facets reduce(Collection<PaperCount> counts) throws IOException {
            PaperCount sum = new PaperCount();
            for (PaperCount count : counts) {
                sum.add(count);
            }
            return new Facets(sum.papers, sum.categories, sum.years, sum.sources, sum.withCode);
        }
    };

    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private final Map<Integer, Integer> years = new HashMap<>();
    private int papers;
    private int withCode;

    private @Nullable Segment segment;

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        segment = new Segment(context.reader());
    }

    @Override
    public void collect(int document) throws IOException {
        if (segment == null) {
            throw new IOException("a document of no segment");
        }
        papers++;
        segment.categories.count(document);
        segment.sources.count(document);
        if (segment.days.advanceExact(document)) {
            int year = LocalDate.ofEpochDay(segment.days.nextValue()).getYear();
            years.merge(year, 1, Integer::sum);
        }
        if (segment.code.advanceExact(document)) {
            withCode++;
        }
    }

    @Override
    public void finish() throws IOException {
        if (segment != null) {
            segment.categories.addTo(categories);
            segment.sources.addTo(sources);
            segment = null;
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    private void add(PaperCount other) {
        other.categories.forEach((value, count) -> categories.merge(value, count, Integer::sum));
        other.sources.forEach((value, count) -> sources.merge(value, count, Integer::sum));
        other.years.forEach((year, count) -> years.merge(year, count, Integer::sum));
        papers += other.papers;
        withCode += other.withCode;
    }

    /** One segment's values. */
    private static final class Segment {
        private final Values categories;
        private final Values sources;
        private final SortedNumericDocValues days;
        private final NumericDocValues code;

        Segment(LeafReader reader) throws IOException {
            categories = new Values(DocValues.getSortedSet(reader, PaperDocument.COUNTED_CATEGORY));
            sources = new Values(DocValues.getSortedSet(reader, PaperDocument.COUNTED_SOURCE));
            days = DocValues.getSortedNumeric(reader, PaperDocument.DAY);
            code = DocValues.getNumeric(reader, PaperDocument.CODE);
        }
    }

    /** The values of one field in one segment, counted by their ordinals. */
    private static final class Values {
        private final SortedSetDocValues values;
        private final int[] counts;

        Values(SortedSetDocValues values) {
            this.values = values;
            this.counts = new int[Math.toIntExact(values.getValueCount())];
        }

        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[Math.toIntExact(values.nextOrd())]++;
                }
            }
        }

        void addTo(Map<String, Integer> sums) throws IOException {
            for (int value = 0; value < counts.length; value++) {
                if (counts[value] > 0) {
                    sums.merge(values.lookupOrd(value).utf8ToString(), counts[value], Integer::sum);
                }
            }
        }
    }
}
