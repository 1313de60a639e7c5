package dev.broadsheet.program;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class SqliteReleasedSchemaTest extends ReleasedSchemaContract {
    @Override
    String dialect() {
        return "sqlite";
    }

    @Override
    Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalogue.db"));
    }

    @Override
    String settings() {
        return "";
    }
}
