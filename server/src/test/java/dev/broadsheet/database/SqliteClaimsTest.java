package dev.broadsheet.database;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteClaimsTest extends ClaimsContract {
    @TempDir
    Path folder;

    @Override
    Database connect() {
        return Database.sqlite(folder.resolve("catalogue.db"));
    }
}
