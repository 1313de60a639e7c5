package dev.broadsheet.jobs;

import dev.broadsheet.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresqlScheduleTest extends ScheduleContract {
    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    Database open() {
        return Database.postgresql(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }
}
