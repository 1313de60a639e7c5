package dev.broadsheet.search.nearest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.apache.lucene.util.quantization.QuantizedVectorsReader;
import org.jspecify.annotations.Nullable;

/** The sketches of an index's segments, each made once and forgotten with its segment. Thread-safe. */
public final class QuantizedVectorCache {
    private final Map<IndexReader.CacheKey, Map<String, QuantizedVectors>> bySegment = new ConcurrentHashMap<>();

    /** Makes those that are not there yet, so that no search has to wait for them. */
    public void prepare(IndexReader reader) {
        for (LeafReaderContext leaf : reader.leaves()) {
            of(leaf.reader());
        }
    }

    /** The sketch of a segment's vectors, or null where it has none in the field. */
    @Nullable QuantizedVectors of(LeafReader segment, String field) {
        return of(segment).get(field);
    }

    /** Of how many segments there are sketches, or is known that there are none. */
    public int segments() {
        return bySegment.size();
    }

    private Map<String, QuantizedVectors> of(LeafReader segment) {
        IndexReader.CacheHelper cache = segment.getCoreCacheHelper();
        return bySegment.computeIfAbsent(cache.getKey(), key -> {
            try {
                Map<String, QuantizedVectors> sketches = read(segment);
                cache.addClosedListener(bySegment::remove);
                return sketches;
            } catch (IOException e) {
                throw new UncheckedIOException("The search index cannot be read", e);
            }
        });
    }

    private static Map<String, QuantizedVectors> read(LeafReader segment) throws IOException {
        Map<String, QuantizedVectors> sketches = new HashMap<>();
        for (FieldInfo field : segment.getFieldInfos()) {
            if (field.hasVectorValues()
                    && segment instanceof CodecReader codec
                    && codec.getVectorReader() instanceof PerFieldKnnVectorsFormat.FieldsReader fields
                    && fields.getFieldReader(field.name) instanceof QuantizedVectorsReader reader
                    && reader.getQuantizedVectorValues(field.name) instanceof QuantizedByteVectorValues values
                    && values.size() > 0) {
                QuantizedVectors sketch = QuantizedVectors.of(values, segment.maxDoc());
                // The first look through many vectors is slow until it is compiled: no search is to wait for that.
                sketch.search(values.getCentroid(), 0, null, null, new Shortlist(1));
                sketches.put(field.name, sketch);
            }
        }
        return Map.copyOf(sketches);
    }
}
