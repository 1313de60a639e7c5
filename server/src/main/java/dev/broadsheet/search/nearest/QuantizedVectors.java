package dev.broadsheet.search.nearest;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.quantization.OptimizedScalarQuantizer;
import org.apache.lucene.util.quantization.OptimizedScalarQuantizer.QuantizationResult;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.jspecify.annotations.Nullable;

/**
 * One model's vectors of one segment in memory, two bits a number: good enough to tell a thousand
 * among which the nearest hundreds are. Lucene quantises them and keeps them on disk (its
 * optimised scalar quantisation, after Gao and Long, "RaBitQ", 2024); here they only lie so that
 * many are compared at once. A vector takes 112 bytes where it has 384 numbers. Thread-safe.
 */
final class QuantizedVectors {
    private static final BitProducts PRODUCTS = BitProducts.fastest();

    /** Vectors that are compared before those that are near enough are looked for. */
    private static final int AT_ONCE = 512;

    private static final float STEPS = (1 << BitProducts.BITS) - 1;
    private static final float QUERY_STEPS = (1 << BitProducts.PLANES) - 1;

    private final int size;
    private final int words;
    private final int[] codes;

    /** The number that stands for bits that are not set, and by how much the next one is greater. */
    private final float[] lower;

    private final float[] step;

    /** The same sum that the step is multiplied by for the query, for a query of ones. */
    private final float[] stepSum;

    private final float[] correction;

    /** The document of each vector; null where each document has one. */
    private final int @Nullable [] documents;

    private final Centre centre;

    private QuantizedVectors(QuantizedByteVectorValues values, boolean dense) throws IOException {
        this.centre = new Centre(
                values.getCentroid(),
                values.getCentroidDP(),
                values.getVectorByteLength() / BitProducts.BITS,
                values.getScalarEncoding().getDiscreteDimensions(values.dimension()));
        this.size = values.size();
        this.words = (centre.bytes + Integer.BYTES - 1) / Integer.BYTES;
        int padded = (size + BitProducts.LANES - 1) / BitProducts.LANES * BitProducts.LANES;
        this.codes = new int[Math.multiplyExact(padded, BitProducts.BITS * words)];
        this.lower = new float[size];
        this.step = new float[size];
        this.stepSum = new float[size];
        this.correction = new float[size];
        this.documents = dense ? null : new int[size];
    }

    /**
     * Reads the vectors of a segment.
     *
     * @param documents how many documents the segment has
     */
    static QuantizedVectors of(QuantizedByteVectorValues values, int documents) throws IOException {
        QuantizedVectors quantized = new QuantizedVectors(values, values.size() == documents);
        for (int i = 0; i < quantized.size; i++) {
            int[] code = words(values.vectorValue(i), BitProducts.BITS);
            for (int word = 0; word < code.length; word++) {
                int block = i / BitProducts.LANES * code.length + word;
                quantized.codes[block * BitProducts.LANES + i % BitProducts.LANES] = code[word];
            }
            QuantizationResult terms = values.getCorrectiveTerms(i);
            quantized.lower[i] = terms.lowerInterval();
            quantized.step[i] = (terms.upperInterval() - terms.lowerInterval()) / STEPS;
            quantized.stepSum[i] = quantized.step[i] * terms.quantizedComponentSum();
            quantized.correction[i] = terms.additionalCorrection();
            if (quantized.documents != null) {
                quantized.documents[i] = values.ordToDoc(i);
            }
        }
        return quantized;
    }

    int size() {
        return size;
    }

    /**
     * Adds those whose estimated cosine is great enough.
     *
     * @param base what the number of the segment's first document is
     * @param live the documents of the segment that are to be considered; null for all
     * @param scope the same once more
     */
    void search(float[] vector, int base, @Nullable Bits live, @Nullable Bits scope, Shortlist shortlist) {
        Query query = new Query(vector, centre);
        int[] products = new int[AT_ONCE];
        float[] estimates = new float[AT_ONCE];
        for (int first = 0; first < size; first += AT_ONCE) {
            int count = estimate(query, first, products, estimates);
            for (int i = 0; i < count; i++) {
                if (estimates[i] >= shortlist.least()) {
                    int document = documents == null ? first + i : documents[first + i];
                    if ((live == null || live.get(document)) && (scope == null || scope.get(document))) {
                        shortlist.add(estimates[i], base + document);
                    }
                }
            }
        }
    }

    /** The estimated cosines of all vectors, in their order, by which the quantising can be judged. */
    float[] estimates(float[] vector) {
        Query query = new Query(vector, centre);
        int[] products = new int[AT_ONCE];
        float[] some = new float[AT_ONCE];
        float[] all = new float[size];
        for (int first = 0; first < size; first += AT_ONCE) {
            System.arraycopy(some, 0, all, first, estimate(query, first, products, some));
        }
        return all;
    }

    /** Estimates the next vectors as Lucene104ScalarQuantizedVectorScorer does, and tells how many there were. */
    private int estimate(Query query, int first, int[] products, float[] estimates) {
        int count = Math.min(AT_ONCE, size - first);
        int padded = (count + BitProducts.LANES - 1) / BitProducts.LANES * BitProducts.LANES;
        PRODUCTS.multiply(codes, words, query.planes, first, padded, products);
        for (int i = 0; i < count; i++) {
            estimates[i] = query.constant
                    + query.forLower * lower[first + i]
                    + query.lower * stepSum[first + i]
                    + query.step * products[i] * step[first + i]
                    + correction[first + i];
        }
        return count;
    }

    /** The bytes as words, each of some equally long stripes filled up to whole words. */
    private static int[] words(byte[] striped, int stripes) {
        int bytes = striped.length / stripes;
        int words = (bytes + Integer.BYTES - 1) / Integer.BYTES;
        ByteBuffer filled = ByteBuffer.allocate(stripes * words * Integer.BYTES);
        for (int stripe = 0; stripe < stripes; stripe++) {
            filled.put(stripe * words * Integer.BYTES, striped, stripe * bytes, bytes);
        }
        int[] all = new int[stripes * words];
        filled.asIntBuffer().get(all);
        return all;
    }

    /**
     * What vectors are quantised about.
     *
     * @param point the mean of the segment's vectors
     * @param product of the point with itself
     * @param bytes what one bit of all numbers takes
     * @param numbers how many numbers it stands for: a few more than it has, to fill the last byte
     */
    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Centre(float[] point, float product, int bytes, int numbers) {}

    /** A query, quantised about this segment's centre to four bits a number. */
    private static final class Query {
        private final int[] planes;
        private final float lower;
        private final float step;
        private final float forLower;
        private final float constant;

        Query(float[] vector, Centre centre) {
            byte[] numbers = new byte[centre.numbers];
            // The quantiser works in the array that it is given.
            QuantizationResult terms = new OptimizedScalarQuantizer(VectorSimilarityFunction.DOT_PRODUCT)
                    .scalarQuantize(vector.clone(), numbers, (byte) BitProducts.PLANES, centre.point);
            this.lower = terms.lowerInterval();
            this.step = (terms.upperInterval() - terms.lowerInterval()) / QUERY_STEPS;
            this.forLower = lower * vector.length + step * terms.quantizedComponentSum();
            this.constant = terms.additionalCorrection() - centre.product;
            byte[] striped = new byte[BitProducts.PLANES * centre.bytes];
            OptimizedScalarQuantizer.transposeHalfByte(numbers, striped);
            this.planes = words(striped, BitProducts.PLANES);
        }
    }
}
