package dev.broadsheet.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server for all tests of this process; it starts when the first asks and ends with the process. */
final class PostgresqlServer {
    private static @Nullable PostgresqlServer shared;

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresqlServer() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized PostgresqlServer shared() {
        if (shared == null) {
            shared = new PostgresqlServer();
        }
        return shared;
    }

    /** Creates an empty database and returns its address. */
    String create() {
        String name = "test" + databases.incrementAndGet();
        execute("create database " + name);
        return server.getJdbcUrl("postgres", name);
    }

    /** Deletes it, even where connections to it were left open. */
    void delete(String url) {
        String path = url.substring(url.lastIndexOf('/') + 1);
        execute("drop database " + path.substring(0, (path + "?").indexOf('?')) + " with (force)");
    }

    private void execute(String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
