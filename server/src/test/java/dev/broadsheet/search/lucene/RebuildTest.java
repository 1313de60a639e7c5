package dev.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.search.follower.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for a rebuild hears how it ended, at whatever step. */
class RebuildTest {
    private static final LongConsumer NOBODY = applied -> {};

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        shelf.change(new Random(1), 50);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void aFailureToBeginIsTold() throws IOException {
        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "before");
            Path elsewhere = Files.move(shelf.index, folder.resolve("elsewhere"));
            Files.writeString(shelf.index, "a file where a folder should be");

            assertIsRefused(rebuild(engine, NOBODY), "cannot be");

            Files.delete(shelf.index);
            Files.move(elsewhere, shelf.index);
        }
        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "after");
        }
    }

    @Test
    void aFailureToPutTheNewIndexToUseIsToldAndLeavesNothing() throws IOException {
        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "before");
            Path inTheWay = Files.createDirectory(shelf.index.resolve("current.new"));

            assertIsRefused(rebuild(engine, NOBODY), "cannot be rebuilt");

            Files.delete(inTheWay);
            assertThat(rebuild(engine, NOBODY)).succeedsWithin(Shelf.PATIENCE);
            shelf.assertAgrees(engine, "after");
        }
        assertThat(shelf.index.resolve("2"))
                .as("the second took the number of the first")
                .isDirectory();
        assertThat(shelf.index.resolve("3")).doesNotExist();
    }

    @Test
    void aRebuildIsDoneEvenIfSomethingOldCannotBeDeleted() throws IOException {
        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "before");
            // Its files have longer names than the operating system takes.
            Path deep = folder.resolve("deep");
            deepen(deep);
            Path undeletable = shelf.index.resolve("7");
            Path bottom = deepen(undeletable).resolve("moved");
            Files.move(deep, bottom);
            try {
                assertThat(rebuild(engine, NOBODY)).succeedsWithin(Shelf.PATIENCE);
                shelf.assertAgrees(engine, "after");
                assertThat(undeletable).exists();
            } finally {
                Files.move(bottom, deep);
            }
        }
    }

    @Test
    void aFailureOfWhomeverIsToldIsTold() {
        try (SearchEngine engine = shelf.engine()) {
            LongConsumer failing = applied -> {
                throw new IllegalStateException("no terminal");
            };

            assertIsRefused(rebuild(engine, failing), "no terminal");

            shelf.assertAgrees(engine, "the old one goes on");
        }
    }

    @Test
    void anErrorEndsTheFollowerAloudAndSearchesGoOn() {
        try (SearchEngine engine = shelf.engine()) {
            shelf.assertAgrees(engine, "before");
            assertThat(engine.problem()).isNull();
            LongConsumer failing = applied -> {
                throw new NoSuchMethodError("of another version");
            };

            assertIsRefused(rebuild(engine, failing), "of another version");
            assertIsRefused(rebuild(engine, NOBODY), "no longer");
            assertIsRefused(
                    CompletableFuture.runAsync(() -> {
                        shelf.change(new Random(2), 10);
                        engine.catchUp(Duration.ofDays(1));
                    }),
                    "no longer");

            assertThat(engine.problem()).contains("no longer", "of another version");
            assertThat(Shelf.states(engine)).isNotEmpty();
            try (SearchEngine other = shelf.engine()) {
                shelf.assertAgrees(other, "the right to write was given back");
            }
        }
    }

    @Test
    void aRebuildThatIsAskedForDuringAnotherFollowsIt() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(2);
        try (SearchEngine engine = shelf.engine()) {
            CompletableFuture<Void> first = rebuild(engine, applied -> {
                begun.countDown();
                await(asked);
            });
            await(begun);
            CompletableFuture<Void> second = asking(engine, asked);
            CompletableFuture<Void> third = asking(engine, asked);

            assertThat(first).succeedsWithin(Shelf.PATIENCE);
            assertThat(second).succeedsWithin(Shelf.PATIENCE);
            assertThat(third).succeedsWithin(Shelf.PATIENCE);
            shelf.assertAgrees(engine, "after");
        }
    }

    @Test
    void closingStopsARebuildAndThoseThatWait() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(2);
        SearchEngine engine = shelf.engine();
        CompletableFuture<Void> first = rebuild(engine, applied -> {
            begun.countDown();
            await(asked);
            while (!engine.isClosed()) {
                Thread.onSpinWait();
            }
        });
        await(begun);
        CompletableFuture<Void> second = asking(engine, asked);
        CompletableFuture<Void> third = asking(engine, asked);
        await(asked);
        engine.close();

        assertIsRefused(first, "stopped");
        assertIsRefused(second, "closed");
        assertIsRefused(third, "closed");
        assertIsRefused(rebuild(engine, NOBODY), "closed");
    }

    @Test
    void whereTheIndexCannotBeOpenedARebuildIsRefused() throws IOException {
        Files.writeString(shelf.index, "a file where a folder should be");
        try (SearchEngine engine = shelf.engine()) {
            assertIsRefused(rebuild(engine, NOBODY), "cannot be written");
        }
    }

    private static CompletableFuture<Void> rebuild(SearchEngine engine, LongConsumer progress) {
        return CompletableFuture.runAsync(() -> engine.rebuild(progress));
    }

    private static CompletableFuture<Void> asking(SearchEngine engine, CountDownLatch asked) {
        return CompletableFuture.runAsync(() -> {
            asked.countDown();
            engine.rebuild(NOBODY);
        });
    }

    private static void assertIsRefused(CompletableFuture<Void> rebuild, String why) {
        assertThat(rebuild)
                .failsWithin(Shelf.PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(OperatorException.class)
                .withMessageContaining(why);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Folders in folders, whose names together take more than half of the 4096 bytes that Linux takes. */
    private static Path deepen(Path top) throws IOException {
        Path path = Files.createDirectories(top);
        while (path.toString().length() < 2_400) {
            path = Files.createDirectory(path.resolve("x".repeat(200)));
        }
        return path;
    }
}
