package dev.broadsheet.paper;

import dev.broadsheet.database.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePaperReferenceTest extends PaperReferenceContract {
    @TempDir
    Path folder;

    @Override
    Database connect() {
        return Database.sqlite(folder.resolve("catalogue.db"));
    }
}
