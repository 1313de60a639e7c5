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

/** The quantised vectors of an index's segments, each made once and forgotten with its segment. Thread-safe. */
public final class QuantizedVectorCache {
    private final Map<IndexReader.CacheKey, Map<String, QuantizedVectors>> bySegment = new ConcurrentHashMap<>();

    /** Makes those that are not there yet, so that no search has to wait for them. */
    public void prepare(IndexReader reader) {
        for (LeafReaderContext leaf : reader.leaves()) {
            of(leaf.reader());
        }
    }

    /** A segment's quantised vectors, or null where it has none in the field. */
    @Nullable QuantizedVectors of(LeafReader segment, String field) {
        return of(segment).get(field);
    }

    /** Of how many segments it holds them, or knows that there are none. */
    public int segments() {
        return bySegment.size();
    }

    private Map<String, QuantizedVectors> of(LeafReader segment) {
        IndexReader.CacheHelper cache = segment.getCoreCacheHelper();
        return bySegment.computeIfAbsent(cache.getKey(), key -> {
            try {
                Map<String, QuantizedVectors> vectors = read(segment);
                cache.addClosedListener(bySegment::remove);
                return vectors;
            } catch (IOException e) {
                throw new UncheckedIOException("The search index cannot be read", e);
            }
        });
    }

    private static Map<String, QuantizedVectors> read(LeafReader segment) throws IOException {
        Map<String, QuantizedVectors> vectors = new HashMap<>();
        for (FieldInfo field : segment.getFieldInfos()) {
            if (field.hasVectorValues()
                    && segment instanceof CodecReader codec
                    && codec.getVectorReader() instanceof PerFieldKnnVectorsFormat.FieldsReader fields
                    && fields.getFieldReader(field.name) instanceof QuantizedVectorsReader reader
                    && reader.getQuantizedVectorValues(field.name) instanceof QuantizedByteVectorValues values
                    && values.size() > 0) {
                QuantizedVectors quantized = QuantizedVectors.of(values, segment.maxDoc());
                // The first look through many vectors is slow until it is compiled: no search is to wait for that.
                quantized.search(values.getCentroid(), 0, null, null, new Shortlist(1));
                vectors.put(field.name, quantized);
            }
        }
        return Map.copyOf(vectors);
    }
}
