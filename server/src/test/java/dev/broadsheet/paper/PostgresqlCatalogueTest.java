package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.testing.Postgresql;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresqlCatalogueTest extends CatalogueContract {
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

    @Test
    void aSmallWriteDoesNotWaitForTheCataloguesTransaction() throws InterruptedException {
        try (Database one = connect();
                Database other = connect()) {
            CountDownLatch under = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            Thread importing = Thread.ofPlatform()
                    .start(() -> new Catalogue(one).write(writer -> {
                        under.countDown();
                        try {
                            return written.await(1, TimeUnit.MINUTES);
                        } catch (InterruptedException e) {
                            return false;
                        }
                    }));
            under.await();
            for (Database database : List.of(one, other)) {
                database.write(transaction -> transaction.execute(
                        "insert into follower (name, revision) values (?, 1)", database.toString()));
            }
            assertThat(importing.isAlive()).isTrue();
            written.countDown();
            importing.join();
        }
    }
}
