package dev.broadsheet.program;

import dev.broadsheet.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlReleasedSchemaTest extends ReleasedSchemaContract {
    @RegisterExtension
    final TestDatabase database = TestDatabase.postgresql();

    @Override
    String dialect() {
        return "postgresql";
    }

    @Override
    Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", "postgres");
    }

    @Override
    String settings() {
        return "database.url = " + database.url() + "\ndatabase.user = postgres\ndatabase.password = postgres\n";
    }
}
