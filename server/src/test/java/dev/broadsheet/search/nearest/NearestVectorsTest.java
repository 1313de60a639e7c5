package dev.broadsheet.search.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.search.nearest.Nearest.ScoredDocuments;
import dev.broadsheet.search.vector.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestVectorsTest {
    private static final String FIELD = "vector0";
    private static final int[] DIMENSIONS = {3, 8, 24, 33, 64, 384};

    @TempDir
    private Path folder;

    @RepeatedTest(8)
    void findsWhatComparingAllFinds(RepetitionInfo repetition) throws IOException {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int dimensions = DIMENSIONS[random.nextInt(DIMENSIONS.length)];
        List<float @Nullable []> vectors = vectors(random, dimensions, random.nextInt(4_000));
        boolean[] deleted = new boolean[vectors.size()];
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(new VectorCodec()))) {
            write(writer, random, vectors, deleted);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                NearestVectors nearest = new NearestVectors(searcher, new QuantizedVectorCache(), FIELD);
                int[] numbers = numbers(reader);
                for (int round = 0; round < 12; round++) {
                    int kind = round % 4;
                    float[] query = random(random, dimensions);
                    int limit = random.nextInt(10) == 0 ? 5_000 : 1 + random.nextInt(300);
                    var filter = kind == 3 ? null : new TermQuery(new Term("kind", "" + kind));
                    int[] allowed = IntStream.range(0, vectors.size())
                            .filter(number -> vectors.get(number) != null && !deleted[number])
                            .filter(number -> kind == 3 || number % 3 == kind)
                            .toArray();
                    List<Integer> expected = IntStream.of(allowed)
                            .boxed()
                            .sorted((one, other) ->
                                    Double.compare(cosine(vectors, other, query), cosine(vectors, one, query)))
                            .limit(limit)
                            .toList();

                    ScoredDocuments found = nearest.search(query, filter, limit);

                    String description = "seed %d, round %d, %d of %d with %d dimensions"
                            .formatted(seed, round, limit, vectors.size(), dimensions);
                    assertThat(found.documents()).as(description).hasSize(expected.size());
                    int right = 0;
                    for (int i = 0; i < expected.size(); i++) {
                        int number = numbers[found.documents()[i]];
                        assertThat(deleted[number]).as(description).isFalse();
                        assertThat(kind == 3 || number % 3 == kind)
                                .as(description)
                                .isTrue();
                        assertThat((double) found.scores()[i])
                                .as(description)
                                .isCloseTo(cosine(vectors, number, query), within(1e-4));
                        assertThat(i == 0 || found.scores()[i] <= found.scores()[i - 1])
                                .as(description)
                                .isTrue();
                        right += expected.contains(number) ? 1 : 0;
                    }
                    // As many bits as numbers: of few numbers they tell little.
                    double recall = allowed.length <= 1_000 ? 1 : dimensions < 100 ? 0.8 : 0.95;
                    assertThat(right).as(description).isGreaterThanOrEqualTo((int) (recall * expected.size()));
                }
            }
        }
    }

    @RepeatedTest(4)
    void estimatesAsLuceneDoes(RepetitionInfo repetition) throws IOException {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int dimensions = DIMENSIONS[random.nextInt(DIMENSIONS.length)];
        List<float @Nullable []> vectors = vectors(random, dimensions, 1 + random.nextInt(1_200));
        vectors.add(random(random, dimensions));
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(new VectorCodec()))) {
            write(writer, random, vectors, new boolean[vectors.size()]);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                QuantizedVectorCache cache = new QuantizedVectorCache();
                float[] query = random(random, dimensions);
                int compared = 0;
                for (LeafReaderContext leaf : reader.leaves()) {
                    QuantizedVectors quantized = cache.of(leaf.reader(), FIELD);
                    FloatVectorValues values = leaf.reader().getFloatVectorValues(FIELD);
                    if (quantized == null || values == null) {
                        assertThat(values == null || values.size() == 0).isTrue();
                        continue;
                    }
                    float[] estimates = quantized.estimates(query);
                    assertThat(estimates).hasSize(values.size());
                    VectorScorer scorer = values.scorer(query);
                    for (float estimate : estimates) {
                        assertThat(scorer.iterator().nextDoc())
                                .isLessThan(leaf.reader().maxDoc());
                        assertThat((1 + (double) estimate) / 2)
                                .as("seed %d, %d dimensions", seed, dimensions)
                                .isCloseTo(scorer.score(), within(1e-5));
                        compared++;
                    }
                }
                assertThat(compared).isPositive();
            }
        }
    }

    @Test
    void comparesGivenDocumentsInAnyOrder() throws IOException {
        Random random = new Random(7);
        List<float @Nullable []> vectors = vectors(random, 24, 500);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(new VectorCodec()))) {
            write(writer, random, vectors, new boolean[vectors.size()]);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                NearestVectors nearest =
                        new NearestVectors(new IndexSearcher(reader), new QuantizedVectorCache(), FIELD);
                int[] numbers = numbers(reader);
                int[] documents = random.ints(800, 0, reader.maxDoc()).toArray();
                float[] query = random(random, 24);

                double[] similarities = nearest.similarities(query, documents);

                assertThat(similarities).hasSize(documents.length);
                for (int i = 0; i < documents.length; i++) {
                    int number = numbers[documents[i]];
                    assertThat(similarities[i])
                            .isCloseTo(
                                    vectors.get(number) == null ? Double.NaN : cosine(vectors, number, query),
                                    within(1e-5));
                }
                assertThat(nearest.similarities(query, new int[0])).isEmpty();
                assertThat(nearest.search(query, null, 0).documents()).isEmpty();
                assertThat(nearest.search(query, new MatchNoDocsQuery(), 9).documents())
                        .isEmpty();
                assertThat(new NearestVectors(new IndexSearcher(reader), new QuantizedVectorCache(), "other")
                                .search(query, null, 9)
                                .documents())
                        .isEmpty();
            }
        }
    }

    @Test
    void forgetsTheSketchesOfSegmentsThatAreGone() throws IOException {
        Random random = new Random(8);
        QuantizedVectorCache cache = new QuantizedVectorCache();
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(new VectorCodec()))) {
            write(writer, random, vectors(random, 24, 900), new boolean[900]);
            DirectoryReader before = DirectoryReader.open(writer);
            cache.prepare(before);
            int segments = before.leaves().size();
            assertThat(segments).isGreaterThan(1);
            assertThat(cache.segments()).isEqualTo(segments);
            writer.forceMerge(1);
            try (DirectoryReader after = DirectoryReader.openIfChanged(before)) {
                cache.prepare(after);
                assertThat(cache.segments()).isEqualTo(segments + 1);
                before.close();
                assertThat(cache.segments()).isEqualTo(1);
            }
        }
        assertThat(cache.segments()).isZero();
    }

    /** Every tenth is missing, and runs of them, so that segments are without any. */
    private static List<float @Nullable []> vectors(Random random, int dimensions, int count) {
        List<float @Nullable []> vectors = new ArrayList<>();
        boolean none = false;
        for (int i = 0; i < count; i++) {
            none = i % 100 == 0 ? random.nextInt(4) == 0 : none;
            vectors.add(none || random.nextInt(10) == 0 && i % 300 > 100 ? null : random(random, dimensions));
        }
        return vectors;
    }

    private static void write(IndexWriter writer, Random random, List<float @Nullable []> vectors, boolean[] deleted)
            throws IOException {
        for (int number = 0; number < vectors.size(); number++) {
            Document document = new Document();
            document.add(new NumericDocValuesField("number", number));
            document.add(new StringField("number", "" + number, Store.NO));
            document.add(new StringField("kind", "" + number % 3, Store.NO));
            float[] vector = vectors.get(number);
            if (vector != null) {
                document.add(new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.DOT_PRODUCT));
            }
            writer.addDocument(document);
            if (number % 100 == 99) {
                writer.flush();
            }
        }
        for (int number = 0; number < deleted.length; number++) {
            if (random.nextInt(8) == 0) {
                deleted[number] = true;
                writer.deleteDocuments(new Term("number", "" + number));
            }
        }
    }

    private static int[] numbers(DirectoryReader reader) throws IOException {
        int[] numbers = new int[reader.maxDoc()];
        Arrays.fill(numbers, -1);
        NumericDocValues values = MultiDocValues.getNumericValues(reader, "number");
        while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            numbers[values.docID()] = (int) values.longValue();
        }
        return numbers;
    }

    private static double cosine(List<float @Nullable []> vectors, int number, float[] query) {
        float[] vector = vectors.get(number);
        return vector == null ? Double.NaN : Vectors.similarity(vector, query);
    }

    private static float[] random(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) random.nextGaussian() + 0.3f;
        }
        return Vectors.normalised(vector);
    }
}
