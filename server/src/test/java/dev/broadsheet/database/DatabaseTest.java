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
