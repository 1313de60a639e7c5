package dev.broadsheet.benchmarks;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.program.Program;
import dev.broadsheet.search.nearest.NearestVectors;
import dev.broadsheet.search.nearest.QuantizedVectorCache;
import dev.broadsheet.search.nearest.VectorCodec;
import dev.broadsheet.search.vector.ModelEmbedder;
import dev.broadsheet.search.vector.VectorStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RescoreTopNQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Ways to find the nearest thousand of many vectors in one segment: the time of a search by one
 * model, how many of the truly nearest it finds, what it takes to build and to keep. Broadsheet's
 * way is "sketch"; the others are Lucene's own, the coarse ones asked for more and rescored by the
 * whole vectors.
 *
 * <p>The vectors are those of a data folder's embedded papers by the first model; where there are too
 * few, the rest lie between two of them, with a little noise (copies of the same few would lie in clumps
 * that no real papers form). The queries are texts, embedded by the model.
 *
 * <p>{@code benchmarks/run NearestBenchmark DATA COUNT [WAY...]}
 */
final class NearestBenchmark {
    private static final String FIELD = "vector0";
    private static final int NEAREST = 1_000;
    private static final int QUERIES = 80;
    private static final int AT_ONCE = 1_000;
    private static final List<String> MODELS = List.of("bge-small-en-v1.5-q");

    private NearestBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[1]);
        List<String> names = List.of(arguments).subList(2, arguments.length);
        float[][] real;
        List<float[]> queries;
        try (Program program = Program.open(Path.of(arguments[0]))) {
            Catalogue catalogue = program.catalogue();
            real = real(catalogue, count);
            ModelEmbedder model = ModelEmbedder.all().getFirst();
            queries = SampleQueries.of(catalogue, QUERIES).stream()
                    .map(model::query)
                    .toList();
            model.close();
        }
        System.out.printf(
                Locale.ROOT,
                "%,d vectors, %,d of them of papers; %d queries%n%n",
                count,
                Math.min(count, real.length),
                QUERIES);
        System.out.println("| way | 1 client: median ms (99th percentile) | 8 clients | recall@100 | recall@1000"
                + " | built in s | opened in s | MB on disk without the whole vectors |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        int[][] exact = new int[0][];
        for (Way way : Way.values()) {
            if (names.isEmpty() || names.contains(way.name().toLowerCase(Locale.ROOT))) {
                exact = measure(way, real, count, queries, exact);
            }
        }
    }

    /** How vectors are kept and searched. */
    private enum Way {
        SKETCH(new VectorCodec(), 0),
        BYTE(flat(ScalarEncoding.UNSIGNED_BYTE), 1),
        NIBBLE(flat(ScalarEncoding.PACKED_NIBBLE), 2),
        DIBIT(flat(ScalarEncoding.DIBIT_QUERY_NIBBLE), 3),
        BIT(flat(ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE), 5),
        GRAPH(new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE, 16, 100, 1, null, 1), 1);

        private final Codec codec;
        private final int oversampling;

        Way(KnnVectorsFormat format, int oversampling) {
            this(
                    new Lucene104Codec() {
                        @Override
                        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                            return format;
                        }
                    },
                    oversampling);
        }

        Way(Codec codec, int oversampling) {
            this.codec = codec;
            this.oversampling = oversampling;
        }

        private static KnnVectorsFormat flat(ScalarEncoding encoding) {
            return new Lucene104ScalarQuantizedVectorsFormat(encoding);
        }

        int[] search(IndexSearcher searcher, QuantizedVectorCache sketches, float[] vector) throws IOException {
            if (oversampling == 0) {
                return new NearestVectors(searcher, sketches, FIELD)
                        .search(vector, null, NEAREST)
                        .documents();
            }
            Query query = new KnnFloatVectorQuery(FIELD, vector, oversampling * NEAREST);
            if (oversampling > 1) {
                query = RescoreTopNQuery.createFullPrecisionRescorerQuery(query, vector, FIELD, NEAREST);
            }
            ScoreDoc[] hits = searcher.search(query, NEAREST).scoreDocs;
            return Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray();
        }
    }

    private static int[][] measure(Way way, float[][] real, int count, List<float[]> queries, int[][] known)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("broadsheet-vectors");
        try (Directory directory = FSDirectory.open(folder)) {
            long start = System.nanoTime();
            write(directory, way.codec, real, count);
            double built = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                QuantizedVectorCache sketches = new QuantizedVectorCache();
                if (way == Way.SKETCH) {
                    sketches.prepare(reader);
                }
                double opened = (System.nanoTime() - start) / 1e9;
                IndexSearcher searcher = new IndexSearcher(reader);
                int[][] exact = known.length > 0 ? known : exact(reader, queries);
                int[][] found = new int[queries.size()][];
                for (int warming = 0; warming < 5; warming++) {
                    run(way, searcher, sketches, queries, found, 2);
                }
                double[] alone = run(way, searcher, sketches, queries, found, 1);
                double[] crowded = run(way, searcher, sketches, queries, found, 8);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %s | %.4f | %.4f | %.0f | %.1f | %.0f |%n",
                        way.name().toLowerCase(Locale.ROOT),
                        spread(alone),
                        spread(crowded),
                        recall(found, exact, NEAREST / 10),
                        recall(found, exact, NEAREST),
                        built,
                        opened,
                        (Folders.size(folder) - 4.0 * queries.getFirst().length * count) / 1e6);
                return exact;
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /** The milliseconds of each query, sorted. */
    private static double[] run(
            Way way,
            IndexSearcher searcher,
            QuantizedVectorCache sketches,
            List<float[]> queries,
            int[][] found,
            int clients)
            throws InterruptedException {
        double[] millis = new double[queries.size()];
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = next.getAndIncrement(); i < millis.length; i = next.getAndIncrement()) {
                    long asked = System.nanoTime();
                    try {
                        found[i] = way.search(searcher, sketches, queries.get(i));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    millis[i] = (System.nanoTime() - asked) / 1e6;
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Arrays.sort(millis);
        return millis;
    }

    private static String spread(double[] sorted) {
        return String.format(
                Locale.ROOT, "%.2f (%.1f)", sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)]);
    }

    private static int[][] exact(DirectoryReader reader, List<float[]> queries) throws IOException {
        FloatVectorValues values = reader.leaves().getFirst().reader().getFloatVectorValues(FIELD);
        float[][] cosines = new float[queries.size()][values.size()];
        for (int document = 0; document < values.size(); document++) {
            float[] vector = values.vectorValue(document);
            for (int query = 0; query < cosines.length; query++) {
                cosines[query][document] = VectorUtil.dotProduct(vector, queries.get(query));
            }
        }
        int[][] exact = new int[cosines.length][];
        for (int query = 0; query < cosines.length; query++) {
            float[] its = cosines[query];
            exact[query] = LongStream.range(0, its.length)
                    .map(document -> (long) Math.round((1 - its[(int) document]) * 1e9f) << Integer.SIZE | document)
                    .sorted()
                    .limit(NEAREST)
                    .mapToInt(entry -> (int) entry)
                    .toArray();
        }
        return exact;
    }

    private static void write(Directory directory, Codec codec, float[][] real, int count) throws IOException {
        // Keeps the documents in their order, so that one way's are the other's.
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(256)
                .setMergePolicy(new LogDocMergePolicy())
                .setUseCompoundFile(false)
                .setCodec(codec);
        Random random = new Random(1);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < count; i++) {
                float[] vector = i < real.length
                        ? real[i]
                        : MixedVectors.between(
                                real[random.nextInt(real.length)],
                                real[random.nextInt(real.length)],
                                random.nextFloat(),
                                random);
                Document document = new Document();
                document.add(new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.DOT_PRODUCT));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static double recall(int[][] found, int[][] exact, int of) {
        double sum = 0;
        for (int query = 0; query < found.length; query++) {
            Set<Integer> right = new HashSet<>();
            Arrays.stream(exact[query]).limit(of).forEach(right::add);
            sum += (double) Arrays.stream(found[query])
                            .limit(of)
                            .filter(right::contains)
                            .count()
                    / of;
        }
        return sum / found.length;
    }

    private static float[][] real(Catalogue catalogue, int most) {
        VectorStore store = new VectorStore(catalogue.database(), MODELS);
        List<float[]> vectors = new ArrayList<>();
        for (long from = 1; from <= catalogue.size() + AT_ONCE && vectors.size() < most; from += AT_ONCE) {
            store.of(catalogue.papers(
                            LongStream.range(from, from + AT_ONCE).boxed().toList()))
                    .values()
                    .forEach(paper -> vectors.add(paper.getFirst()));
        }
        return vectors.toArray(float[][]::new);
    }
}
