package dev.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.installation.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void aFullDiskIsSaidAndLosesNothingAcknowledged() {
        try (Database database = Database.sqlite(folder.resolve("catalogue.db"))) {
            long pages = database.write(
                    transaction -> transaction.number("pragma page_count").orElseThrow());
            database.write(transaction -> transaction.number("pragma max_page_count = " + (pages + 40)));
            String text = "x".repeat(3000);
            int kept = 0;
            try {
                for (; kept < 10_000; kept++) {
                    String harvest = "harvest " + kept;
                    database.write(transaction -> transaction.execute(
                            "insert into harvest_cursor (harvest, position, updated_at) values (?, ?, '')",
                            harvest,
                            text));
                }
            } catch (OperatorException e) {
                assertThat(e).hasMessageContaining("disk is full").hasMessageContaining("kept");
            }
            assertThat(kept).isBetween(1, 9_999);
            long found = database.read(sql -> sql.sql("select count(*) from harvest_cursor")
                    .query(Long.class)
                    .single());
            assertThat(found).isEqualTo(kept);
        }
    }

    @Test
    void aCatalogueOfANewerBroadsheetIsLeftAlone() throws SQLException, IOException {
        Path file = folder.resolve("catalogue.db");
        Database.sqlite(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                    + " checksum, installed_by, installed_on, execution_time, success)"
                    + " values (99, '99', 'future', 'SQL', 'V99__future.sql', 1, '', '2030-01-01 00:00:00.000', 1, 1)");
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Database.sqlite(file))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("newer Broadsheet")
                .hasMessageContaining("Nothing was changed");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoCatalogueIsRefused() throws IOException {
        Path file = folder.resolve("catalogue.db");
        Files.writeString(file, "This is not a database, but a text of some length.\n".repeat(100));
        assertThatThrownBy(() -> Database.sqlite(file))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("catalogue.db");
    }

    @Test
    void readersOnVirtualThreadsWaitForNoWriter() throws Exception {
        try (Database database = Database.sqlite(folder.resolve("catalogue.db"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            List<Future<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writers.add(threads.submit(() -> database.write(transaction -> {
                    writing.countDown();
                    return await(read);
                })));
            }
            writing.await();
            // As many as may read at a time wait for one another.
            CyclicBarrier together = new CyclicBarrier(4);
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(threads.submit(() -> database.read(sql -> await(together))));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
            read.countDown();
            for (Future<Boolean> writer : writers) {
                assertThat(writer.get()).isTrue();
            }
        }
    }

    @Test
    void aWriterOnAVirtualThreadWaitsForNoReader() throws Exception {
        try (Database database = Database.sqlite(folder.resolve("catalogue.db"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch reading = new CountDownLatch(4);
            List<Future<Boolean>> readers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                readers.add(threads.submit(() -> database.read(sql -> {
                    reading.countDown();
                    return await(written);
                })));
            }
            reading.await();
            threads.submit(() -> database.write(transaction ->
                            transaction.execute("insert into follower (name, revision) values ('one', 7)")))
                    .get();
            written.countDown();
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int await(CyclicBarrier barrier) {
        try {
            return barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void virtualThreadsMayReadAndWrite() throws InterruptedException {
        try (Database database = Database.sqlite(folder.resolve("catalogue.db"))) {
            Thread thread = Thread.ofVirtual()
                    .start(() -> database.write(transaction ->
                            transaction.execute("insert into follower (name, revision) values ('one', 7)")));
            thread.join();
            assertThat(database.<Long>read(sql -> sql.sql("select revision from follower")
                            .query(Long.class)
                            .single()))
                    .isEqualTo(7);
        }
    }
}
