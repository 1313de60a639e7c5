package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;
import dev.broadsheet.testing.Postgresql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlEnrichmentTest extends EnrichmentContract {
    private static Postgresql server;

    @BeforeAll
    static void start() {
        server = new Postgresql();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Database empty() {
        return server.open(server.create());
    }
}
