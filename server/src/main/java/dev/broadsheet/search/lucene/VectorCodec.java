package dev.broadsheet.search.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's own formats, but for the vectors: quantised to a byte a number, compared one by one in
 * segments up to a size, and by an HNSW graph in greater ones.
 */
final class VectorCodec {
    /**
     * Vectors of a segment up to which all are compared. Measured by {@code benchmarks/run
     * ExactOrGraph} for the nearest thousand: of 50,000 vectors comparing all is faster, of 200,000 it
     * takes 9 ms where the graph takes 6 but misses one of the nearest in sixteen and is minutes in
     * building.
     */
    static final int EXACT_UP_TO = 250_000;

    private static final int NEIGHBOURS = 16;
    private static final int BEAM_WIDTH = 100;

    private VectorCodec() {}

    static Lucene104Codec exactUpTo(int vectors) {
        // Lucene builds a graph where a search for "threshold" papers would visit fewer nodes than
        // there are, and expects threshold * ln(vectors) visits.
        int threshold = (int) Math.ceil(vectors / Math.log(Math.max(3, vectors)));
        KnnVectorsFormat format = new Lucene104HnswScalarQuantizedVectorsFormat(
                ScalarEncoding.UNSIGNED_BYTE, NEIGHBOURS, BEAM_WIDTH, 1, null, threshold);
        return new PerFieldCodec(format);
    }

    private static final class PerFieldCodec extends Lucene104Codec {
        private final KnnVectorsFormat vectors;

        PerFieldCodec(KnnVectorsFormat vectors) {
            this.vectors = vectors;
        }

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return vectors;
        }
    }
}
