package dev.broadsheet.search.nearest;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's own formats; vectors are kept as they are and, beside that, quantised to two bits a number,
 * without a graph: {@link QuantizedVectors} looks through those of all, and the whole vectors judge what
 * that finds.
 */
public final class VectorCodec extends Lucene104Codec {
    private static final KnnVectorsFormat VECTORS =
            new Lucene104ScalarQuantizedVectorsFormat(ScalarEncoding.DIBIT_QUERY_NIBBLE);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return VECTORS;
    }
}
