package dev.broadsheet.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * From how many vectors on a graph finds the nearest thousand faster than comparing all: the time of
 * a search by one model, what building the graph costs, and how many of the nearest it finds. Both
 * hold the vectors quantised to a byte a number, in one segment.
 *
 * <p>Arguments: a file of vectors as {@code eval} keeps them in its cache, which are mixed
 * into as many as are wanted; then the numbers of vectors.
 */
final class ExactOrGraph {
    private static final int DIMENSIONS = 384;
    private static final int HASH_BYTES = 32;
    private static final int NEAREST = 1_000;
    private static final int QUERIES = 60;
    private static final float NOISE = 0.01f;

    private static final String FIELD = "vector";

    private ExactOrGraph() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: ExactOrGraph FILE.vectors COUNT...");
            System.exit(2);
        }
        float[][] real = read(Path.of(arguments[0]));
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            int count = Integer.parseInt(argument);
            int[][] exact = measure("exact", real, count, Integer.MAX_VALUE / 64, new int[0][]);
            measure("graph", real, count, 1, exact);
        }
    }

    private static int[][] measure(String name, float[][] real, int count, int threshold, int[][] expected)
            throws IOException {
        Path folder = Files.createTempDirectory("broadsheet-vectors");
        try (Directory directory = FSDirectory.open(folder)) {
            long start = System.nanoTime();
            write(directory, real, count, threshold);
            double seconds = (System.nanoTime() - start) / 1e9;
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                Random random = new Random(2);
                double[] millis = new double[QUERIES];
                int[][] found = new int[QUERIES][];
                for (int query = -QUERIES; query < QUERIES; query++) {
                    float[] vector = between(real, random);
                    long before = System.nanoTime();
                    ScoreDoc[] hits =
                            searcher.search(new KnnFloatVectorQuery(FIELD, vector, NEAREST), NEAREST).scoreDocs;
                    if (query >= 0) {
                        millis[query] = (System.nanoTime() - before) / 1e6;
                        found[query] =
                                Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%7d vectors, %s: %s ms a search, built in %.0f s%s%n",
                        count,
                        name,
                        new Spread(millis),
                        seconds,
                        expected.length == 0
                                ? ""
                                : String.format(Locale.ROOT, ", recall %.4f", recall(found, expected)));
                return found;
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static void write(Directory directory, float[][] real, int count, int threshold) throws IOException {
        KnnVectorsFormat format = new Lucene104HnswScalarQuantizedVectorsFormat(
                ScalarEncoding.UNSIGNED_BYTE, 16, 100, 1, null, threshold);
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(128)
                .setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return format;
                    }
                });
        Random random = new Random(1);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < count; i++) {
                Document document = new Document();
                document.add(
                        new KnnFloatVectorField(FIELD, between(real, random), VectorSimilarityFunction.DOT_PRODUCT));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static double recall(int[][] found, int[][] expected) {
        double sum = 0;
        for (int query = 0; query < found.length; query++) {
            Set<Integer> wanted = new HashSet<>();
            Arrays.stream(expected[query]).forEach(wanted::add);
            sum += (double) Arrays.stream(found[query]).filter(wanted::contains).count() / wanted.size();
        }
        return sum / found.length;
    }

    /**
     * A vector that might be real: on the way between two real ones, with a little noise. Copies of
     * the same few with noise would lie in clumps that no real papers form, in which a graph gets lost.
     */
    private static float[] between(float[][] real, Random random) {
        float[] one = real[random.nextInt(real.length)];
        float[] other = real[random.nextInt(real.length)];
        float part = random.nextFloat();
        float[] result = new float[DIMENSIONS];
        double length = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            result[i] = part * one[i] + (1 - part) * other[i] + NOISE * (float) random.nextGaussian();
            length += (double) result[i] * result[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            result[i] /= (float) Math.sqrt(length);
        }
        return result;
    }

    private static float[][] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int record = HASH_BYTES + DIMENSIONS * Short.BYTES;
        float[][] vectors = new float[bytes.remaining() / record][DIMENSIONS];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < DIMENSIONS; j++) {
                vectors[i][j] = Float.float16ToFloat(bytes.getShort(i * record + HASH_BYTES + j * Short.BYTES));
            }
        }
        return vectors;
    }
}
