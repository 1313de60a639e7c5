package dev.broadsheet.program;

import dev.broadsheet.testing.Postgresql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresqlReleasedSchemaTest extends ReleasedSchemaContract {
    private static Postgresql server;

    private String url;

    @BeforeAll
    static void start() {
        server = new Postgresql();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void create() {
        url = server.url(server.create());
    }

    @Override
    String dialect() {
        return "postgresql";
    }

    @Override
    Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    @Override
    String settings() {
        return "database.url = " + url + "\ndatabase.user = postgres\ndatabase.password = postgres\n";
    }
}
