package dev.broadsheet.search.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.search.BagOfWords;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnBothDatabases
class EmbeddingWorkersTest {
    private static final List<TextEmbedder> MODELS = List.of(new BagOfWords("one", 8), new BagOfWords("two", 8));

    private static final InstantSource CLOCK = InstantSource.system();

    @RegisterExtension
    final TestDatabase databases;

    EmbeddingWorkersTest(TestDatabase databases) {
        this.databases = databases;
    }

    @Test
    void everyPaperGetsAVectorOfEachModel() throws InterruptedException {
        try (Database database = databases.connect()) {
            embedsChangesAndForgets(new Catalogue(database));
        }
    }

    private static void embedsChangesAndForgets(Catalogue catalogue) throws InterruptedException {
        VectorStore store = store(catalogue, MODELS);
        for (int i = 1; i <= 40; i++) {
            add(catalogue, "paper " + i, null);
        }
        embedAll(catalogue, MODELS);
        Map<Long, List<float[]>> vectors = store.of(papers(catalogue, 40));
        assertThat(vectors).hasSize(40);
        Paper first = catalogue.papers(List.of(1L)).getFirst();
        float[] expected = MODELS.get(1).passage(PaperText.forMeaning(first));
        assertThat(Vectors.similarity(vectors.getOrDefault(1L, List.of()).get(1), expected))
                .isGreaterThan(0.9999);

        catalogue.write(
                writer -> writer.change(1, Metadata.titled("another title").build(), Instant.EPOCH));
        catalogue.write(writer -> {
            writer.merge(2, 3);
            return 0;
        });
        assertThat(store.of(papers(catalogue, 40)))
                .as("the old vector is of another text")
                .hasSize(38);
        long revision = catalogue.latestRevision();
        embedAll(catalogue, MODELS);
        assertThat(store.of(papers(catalogue, 40))).hasSize(39);
        assertThat(catalogue.latestRevision())
                .as("one paper was embedded and touched")
                .isEqualTo(revision + 1);
        assertThat(count(catalogue, "embedding"))
                .as("those of the merged paper are gone")
                .isEqualTo(2 * 39);
        assertThat(count(catalogue, "embedding_queue")).isZero();

        embedAll(catalogue, MODELS);
        assertThat(catalogue.latestRevision()).as("nothing is embedded twice").isEqualTo(revision + 1);

        List<TextEmbedder> others = List.of(MODELS.get(0), new BagOfWords("three", 8));
        embedAll(catalogue, others);
        assertThat(store(catalogue, others).of(papers(catalogue, 40)))
                .as("another model")
                .hasSize(39);
    }

    @Test
    void theNewestDayComesFirst() throws InterruptedException {
        try (Database database = databases.connect()) {
            Catalogue catalogue = new Catalogue(database);
            add(catalogue, "undated", null);
            add(catalogue, "august", "2026-08-21");
            add(catalogue, "year", "2026");
            add(catalogue, "september", "2026-09-01");
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            embedAll(catalogue, List.of(new Watched(order::add)));

            assertThat(order).containsExactly("september", "august", "year", "undated");
        }
    }

    @Test
    void aPaperChangedWhileItIsEmbeddedIsEmbeddedAgain() throws InterruptedException {
        try (Database database = databases.connect()) {
            Catalogue catalogue = new Catalogue(database);
            add(catalogue, "before", null);
            List<TextEmbedder> models = List.of(new Watched(text -> {
                if (text.equals("before")) {
                    catalogue.write(
                            writer -> writer.change(1, Metadata.titled("after").build(), Instant.EPOCH));
                }
            }));
            embedAll(catalogue, models);

            List<Paper> papers = papers(catalogue, 1);
            float[] vector = store(catalogue, models)
                    .of(papers)
                    .getOrDefault(1L, List.of())
                    .getFirst();
            assertThat(Vectors.similarity(vector, new BagOfWords("watched", 8).passage("after")))
                    .isGreaterThan(0.9999);
        }
    }

    @Test
    void closingStopsAtOnceAndTheNextStartGoesOn() throws InterruptedException {
        try (Database database = databases.connect()) {
            Catalogue catalogue = new Catalogue(database);
            for (int i = 0; i < 100; i++) {
                add(catalogue, "paper " + i, null);
            }
            CountDownLatch some = new CountDownLatch(40);
            List<TextEmbedder> models = List.of(new Watched(text -> {
                some.countDown();
                pause(some.getCount() == 0 ? 20 : 0);
            }));
            try (EmbeddingWorkers workers = new EmbeddingWorkers(catalogue, store(catalogue, models), models, CLOCK)) {
                workers.start(2);
                assertThat(some.await(1, TimeUnit.MINUTES)).isTrue();
            }
            long waiting = count(catalogue, "embedding_queue");
            assertThat(waiting).isBetween(1L, 99L);
            assertThat(count(catalogue, "embedding") + waiting).isEqualTo(100);

            embedAll(catalogue, models);
            assertThat(store(catalogue, models).of(papers(catalogue, 100))).hasSize(100);
        }
    }

    @Test
    void aModelThatCannotBeLoadedIsWaitedForLongerEachTimeAndNoPaperIsSkipped() throws InterruptedException {
        try (Database database = databases.connect()) {
            Catalogue catalogue = new Catalogue(database);
            for (int i = 0; i < 50; i++) {
                add(catalogue, "paper " + i, null);
            }
            List<Long> tries = Collections.synchronizedList(new ArrayList<>());
            AtomicBoolean missing = new AtomicBoolean(true);
            List<TextEmbedder> models = List.of(new Watched(text -> {}, () -> {
                if (missing.get()) {
                    tries.add(System.nanoTime());
                    throw new IllegalStateException("no such model");
                }
            }));
            try (EmbeddingWorkers workers =
                    new EmbeddingWorkers(catalogue, store(catalogue, models), models, CLOCK, 10)) {
                workers.start(1);
                while (tries.size() < 4) {
                    Thread.sleep(5);
                }
                assertThat(workers.problem()).contains("no such model");
                missing.set(false);
                awaitDone(workers);
                assertThat(workers.skipped()).isZero();
                assertThat(workers.embedded()).isEqualTo(50);
                assertThat(workers.problem()).isNull();
            }
            for (int i = 1; i < 4; i++) {
                assertThat(TimeUnit.NANOSECONDS.toMillis(tries.get(i) - tries.get(i - 1)))
                        .as("pause %d", i)
                        .isGreaterThanOrEqualTo(10L << (i - 1));
            }
        }
    }

    @Test
    void aPaperThatCannotBeEmbeddedIsCountedAndSkippedAndTheOthersGoOn() throws InterruptedException {
        try (Database database = databases.connect()) {
            Catalogue catalogue = new Catalogue(database);
            for (int i = 0; i < 40; i++) {
                add(catalogue, "paper " + i, null);
            }
            List<String> asked = Collections.synchronizedList(new ArrayList<>());
            List<TextEmbedder> models = List.of(new Watched(text -> {
                asked.add(text);
                if (text.endsWith("7")) {
                    throw new ArithmeticException(text);
                }
            }));
            try (EmbeddingWorkers workers = new EmbeddingWorkers(catalogue, store(catalogue, models), models, CLOCK)) {
                workers.start(2);
                awaitDone(workers);
                assertThat(workers.skipped()).isEqualTo(4);
                assertThat(workers.embedded()).isEqualTo(36);
                assertThat(workers.problem()).isNull();
            }
            assertThat(asked).as("nothing is tried twice").hasSize(40).doesNotHaveDuplicates();
            assertThat(count(catalogue, "embedding_queue"))
                    .as("they wait for the next start")
                    .isEqualTo(4);
        }
    }

    @Test
    void anErrorOfAWorkerIsShown() throws InterruptedException {
        try (Database database = databases.connect()) {
            Catalogue catalogue = new Catalogue(database);
            add(catalogue, "paper", null);
            List<TextEmbedder> models = List.of(new Watched(text -> {
                throw new NoSuchMethodError("of another version");
            }));
            try (EmbeddingWorkers workers = new EmbeddingWorkers(catalogue, store(catalogue, models), models, CLOCK)) {
                workers.start(1);
                while (workers.problem() == null) {
                    Thread.sleep(5);
                }
                assertThat(workers.problem()).contains("has ended", "of another version");
            }
        }
    }

    @Test
    void twoServersEmbedEachPaperOnce() throws InterruptedException {
        try (Database one = databases.connect();
                Database other = databases.connect()) {
            sharesTheWork(new Catalogue(one), new Catalogue(other));
        }
    }

    private static void sharesTheWork(Catalogue one, Catalogue other) throws InterruptedException {
        List<String> byOne = Collections.synchronizedList(new ArrayList<>());
        List<String> byOther = Collections.synchronizedList(new ArrayList<>());
        List<TextEmbedder> ones = List.of(new Watched(byOne::add));
        List<TextEmbedder> others = List.of(new Watched(byOther::add));
        try (EmbeddingWorkers first = new EmbeddingWorkers(one, store(one, ones), ones, CLOCK);
                EmbeddingWorkers second = new EmbeddingWorkers(other, store(other, others), others, CLOCK)) {
            first.start(2);
            second.start(2);
            // Papers arrive while both are at work, and embedding them announces them once more.
            for (int i = 0; i < 300; i++) {
                add(one, "paper " + i, null);
            }
            awaitDone(first);
            awaitDone(second);
            assertThat(first.embedded() + second.embedded()).isEqualTo(300);
        }
        List<String> all = new ArrayList<>(byOne);
        all.addAll(byOther);
        assertThat(all).hasSize(300).doesNotHaveDuplicates();
        assertThat(store(one, ones).of(papers(one, 300))).hasSize(300);
    }

    @Test
    void thePapersOfAKilledServerAreTakenOver() throws InterruptedException {
        try (Database database = databases.connect()) {
            takesOver(new Catalogue(database));
        }
    }

    private static void takesOver(Catalogue catalogue) throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            add(catalogue, "paper " + i, null);
        }
        MovableClock clock = new MovableClock("2026-08-21T10:00:00Z");
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        List<TextEmbedder> models = List.of(new Watched(asked::add));
        VectorStore store = store(catalogue, models);
        // It claims papers and is never heard of again.
        EmbeddingQueue killed = new EmbeddingQueue(catalogue, store, clock);
        killed.follow();
        List<Long> claimed = killed.claim(10, Set.of(), Duration.ofSeconds(60));
        assertThat(claimed).hasSize(10);
        try (EmbeddingWorkers workers = new EmbeddingWorkers(catalogue, store, models, clock, 10)) {
            workers.start(2);
            while (workers.embedded() < 20) {
                Thread.sleep(5);
            }
            assertThat(killed.newest(30)).as("they are not given away at once").isEqualTo(claimed);
            clock.set("2026-08-21T11:00:00Z");
            awaitDone(workers);
        }
        assertThat(asked).hasSize(30).doesNotHaveDuplicates();
        assertThat(store.of(papers(catalogue, 30))).hasSize(30);
    }

    private static void embedAll(Catalogue catalogue, List<TextEmbedder> models) throws InterruptedException {
        try (EmbeddingWorkers workers = new EmbeddingWorkers(catalogue, store(catalogue, models), models, CLOCK)) {
            workers.start(1);
            awaitDone(workers);
        }
    }

    private static void awaitDone(EmbeddingWorkers workers) throws InterruptedException {
        while (!workers.isDone()) {
            Thread.sleep(10);
        }
    }

    private static VectorStore store(Catalogue catalogue, List<TextEmbedder> models) {
        return new VectorStore(
                catalogue.database(), models.stream().map(TextEmbedder::model).toList());
    }

    private static List<Paper> papers(Catalogue catalogue, int upTo) {
        return catalogue.papers(
                java.util.stream.LongStream.rangeClosed(1, upTo).boxed().toList());
    }

    private static void add(Catalogue catalogue, String title, @Nullable String day) {
        Metadata metadata = Metadata.titled(title)
                .published(day == null ? null : new PartialDate(day))
                .build();
        catalogue.write(writer -> writer.add(metadata, Instant.EPOCH));
    }

    private static long count(Catalogue catalogue, String table) {
        return catalogue
                .database()
                .read(sql -> sql.sql("select count(*) from " + table)
                        .query((row, index) -> row.getLong(1))
                        .single());
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what it is asked to embed. */
    private record Watched(Consumer<String> watcher, Runnable preparation) implements TextEmbedder {
        Watched(Consumer<String> watcher) {
            this(watcher, () -> {});
        }

        @Override
        public void prepare() {
            preparation.run();
        }

        @Override
        public String model() {
            return "watched";
        }

        @Override
        public int dimensions() {
            return 8;
        }

        @Override
        public float[] passage(String text) {
            watcher.accept(text);
            return new BagOfWords(model(), dimensions()).passage(text);
        }

        @Override
        public float[] query(String text) {
            return passage(text);
        }
    }
}
