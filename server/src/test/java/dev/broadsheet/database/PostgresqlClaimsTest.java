package dev.broadsheet.database;

import dev.broadsheet.testing.Postgresql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresqlClaimsTest extends ClaimsContract {
    private static Postgresql server;

    private String database;

    @BeforeAll
    static void start() {
        server = new Postgresql();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    @BeforeEach
    void open() {
        database = server.create();
        super.open();
    }

    @Override
    Database connect() {
        return server.open(database);
    }
}
