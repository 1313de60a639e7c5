package dev.broadsheet.jobs;

import dev.broadsheet.database.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteScheduleTest extends ScheduleContract {
    @TempDir
    private Path folder;

    @Override
    Database open() {
        return Database.sqlite(folder.resolve("catalogue.db"));
    }
}
