package dev.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTurnTest {
    @TempDir
    Path folder;

    @Test
    void aProcessThatWaitsIsNextEvenIfTheOtherWritesWithoutEnd() throws Exception {
        Path file = folder.resolve("catalogue.db");
        Database.sqlite(file).close();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WritingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Database database = Database.sqlite(file);
                InputStream output = other.getInputStream()) {
            assertThat(output.read()).as("it writes").isEqualTo('w');
            for (int i = 0; i < 20; i++) {
                long before = turns(database);
                String name = "small " + i;
                database.write(transaction ->
                        transaction.execute("insert into follower (name, revision) values (?, 0)", name));
                assertThat(turns(database) - before)
                        .as("what the other wrote between the two readings")
                        .isLessThan(8);
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void oneThatDiesIsNotWaitedFor() throws IOException {
        Path file = folder.resolve("catalogue.db");
        WriteTurn first = new WriteTurn(file);
        first.take();
        first.close();
        WriteTurn second = new WriteTurn(file);
        CompletableFuture.runAsync(() -> second.take().close())
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
        second.close();
    }

    private static long turns(Database database) {
        return database.read(sql -> sql.sql("select revision from follower where name = 'turns'")
                .query(Long.class)
                .single());
    }
}
