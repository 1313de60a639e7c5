package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.search.Papers;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.follower.SearchEngine;
import dev.broadsheet.search.query.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneEngineTest {
    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @RepeatedTest(5)
    void theIndexAgreesWithTheCatalogueAfterAnyChanges(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        for (int opening = 0; opening < 3; opening++) {
            try (SearchEngine engine = shelf.engine()) {
                for (int round = 0; round < 4; round++) {
                    shelf.change(random, 1 + random.nextInt(120));
                    shelf.assertAgrees(engine, "seed " + seed + ", opening " + opening + ", round " + round);
                }
            }
        }
    }

    @Test
    void anEmptyCatalogueIsAnsweredWithNothing() {
        try (SearchEngine engine = shelf.engine()) {
            assertThat(engine.catchUp(Shelf.PATIENCE)).isTrue();
            try (EngineView view = engine.view()) {
                assertThat(view.indexed()).isZero();
                assertThat(view.words("graph", Scope.ALL, 10)).isEmpty();
                assertThat(view.meaning(0, Shelf.MODEL.query("graph"), Scope.ALL, 10))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments", "all", "pointer", "generation", "form", "nothing but the pointer"})
    void aBrokenIndexIsBuiltAnew(String what) throws IOException {
        shelf.change(new Random(7), 200);
        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "before");
        }
        Path generation = new IndexFolder(shelf.index).current().orElseThrow();
        switch (what) {
            case "segments" -> overwrite(generation, "segments_");
            case "all" -> overwrite(generation, "");
            case "pointer" -> Files.write(shelf.index.resolve("current"), new byte[] {(byte) 0xff, 0, 1});
            case "generation" -> Files.writeString(shelf.index.resolve("current"), "999");
            case "form" -> otherForm(generation);
            default -> overwriteWithNothing(generation);
        }
        shelf.change(new Random(8), 20);

        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, what);
        }
        try (Stream<Path> entries = Files.list(shelf.index)) {
            assertThat(entries.filter(Files::isDirectory))
                    .as("only one generation is kept")
                    .hasSize(1);
        }
    }

    @Test
    void anIndexAheadOfARestoredCatalogueIsBuiltAnew() throws IOException {
        restoreAnOlderCatalogue();

        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "after");
        }
    }

    @Test
    void anIndexOfALostCatalogueIsBuiltAnewEvenIfAnImportOvertakesItAtOnce() throws IOException {
        restoreAnOlderCatalogue();
        try (SearchEngine engine = shelf.engineNotStarted(true)) {
            shelf.change(new Random(3), 300);
            engine.start();
            shelf.assertAgrees(engine, "after");
        }
    }

    private void restoreAnOlderCatalogue() throws IOException {
        shelf.change(new Random(1), 100);
        shelf.database.close();
        Path backup = Files.copy(folder.resolve("catalogue.db"), folder.resolve("backup.db"));
        shelf = new Shelf(folder);
        shelf.change(new Random(2), 100);
        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "before");
        }
        shelf.close();
        Files.deleteIfExists(folder.resolve("catalogue.db-wal"));
        Files.deleteIfExists(folder.resolve("catalogue.db-shm"));
        Files.copy(backup, folder.resolve("catalogue.db"), StandardCopyOption.REPLACE_EXISTING);
        shelf = new Shelf(folder);
    }

    @Test
    void onlyOneWritesAndTheOtherReadsAlongUntilItMayWrite() {
        shelf.change(new Random(3), 50);
        SearchEngine first = shelf.engine();
        shelf.assertAgrees(first, "writes");
        try (SearchEngine second = shelf.engine()) {
            shelf.assertAgrees(second, "reads along");
            assertThatThrownBy(() -> second.rebuild(applied -> {}))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("Another");
            first.close();
            shelf.change(new Random(4), 50);
            shelf.assertAgrees(second, "has taken over");
            second.rebuild(applied -> {});
            shelf.assertAgrees(second, "has rebuilt");
        }
    }

    @Test
    void aReaderFollowsASwap() {
        shelf.change(new Random(5), 50);
        try (SearchEngine writer = shelf.engine()) {
            shelf.assertAgrees(writer, "writes");
            try (SearchEngine reader = shelf.engineNotStarted(false)) {
                reader.start();
                shelf.assertAgrees(reader, "reads");
                writer.rebuild(applied -> {});
                shelf.change(new Random(6), 50);
                shelf.assertAgrees(reader, "reads the new generation");
            }
        }
    }

    @Test
    void queriesAreAnsweredInFullWhileTheIndexIsRebuiltAndSwapped() throws Exception {
        Random random = new Random(9);
        for (int i = 0; i < 300; i++) {
            shelf.add(Papers.random(random)
                    .abstractText("everything is about graphs")
                    .build());
        }
        AtomicBoolean done = new AtomicBoolean();
        try (SearchEngine engine = shelf.engine();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            assertThat(engine.catchUp(Shelf.PATIENCE)).isTrue();
            List<Future<Integer>> searching = List.of(
                    threads.submit(() -> searchUntil(done, engine)), threads.submit(() -> searchUntil(done, engine)));
            for (int i = 0; i < 5; i++) {
                engine.rebuild(applied -> {});
            }
            done.set(true);
            for (Future<Integer> searches : searching) {
                assertThat(searches.get()).isPositive();
            }
        }
    }

    @Test
    void hostilePapersAreIndexed() {
        String giant = "word".repeat(50_000);
        shelf.add(Metadata.titled(giant)
                .abstractText("\0 \ud83d " + giant)
                .categories(List.of(giant))
                .authors(List.of(
                        dev.broadsheet.paper.Author.named(giant + " " + giant), dev.broadsheet.paper.Author.named("…")))
                .build());
        shelf.add(Metadata.titled("∀").build());
        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "hostile");
        }
    }

    @Test
    void afterClosingNothingIsFoundAndNothingFails() {
        shelf.change(new Random(1), 10);
        SearchEngine engine = shelf.engine();
        shelf.assertAgrees(engine, "open");
        engine.close();
        try (EngineView view = engine.view()) {
            assertThat(view.indexed()).isZero();
        }
        assertThat(engine.catchUp(Duration.ofMillis(1))).isTrue();
        engine.close();
    }

    @Test
    void whoeverWaitsIsToldThatTheIndexCannotBeWritten() throws IOException {
        Files.writeString(shelf.index, "a file where a folder should be");
        shelf.change(new Random(1), 10);
        try (SearchEngine engine = shelf.engine()) {
            assertThatThrownBy(() -> engine.catchUp(Shelf.PATIENCE))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("cannot be written");
            assertThatThrownBy(() -> {
                        for (int look = 0; look < 1_000; look++) {
                            engine.catchUp(Duration.ofMillis(50));
                        }
                    })
                    .as("short looks")
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("cannot be written");
        }
    }

    private static int searchUntil(AtomicBoolean done, SearchEngine engine) {
        int searches = 0;
        while (!done.get()) {
            try (EngineView view = engine.view()) {
                assertThat(view.words("graph", Scope.ALL, 1_000)).hasSize(300);
            }
            searches++;
        }
        return searches;
    }

    private static void overwrite(Path generation, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(generation)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(prefix) && Files.size(file) > 0) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
    }

    private static void overwriteWithNothing(Path generation) throws IOException {
        try (Stream<Path> files = Files.list(generation)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void otherForm(Path generation) throws IOException {
        try (Directory directory = FSDirectory.open(generation);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(java.util.Map.of("format", "0 bag", "revision", "999999", "highest", "9")
                    .entrySet());
            writer.commit();
        }
    }
}
