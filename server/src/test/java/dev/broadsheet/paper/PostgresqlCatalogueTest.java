package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlCatalogueTest {
    @RegisterExtension
    final TestDatabase databases = TestDatabase.postgresql();

    @Test
    void aSmallWriteDoesNotWaitForTheCataloguesTransaction() throws InterruptedException {
        try (Database one = databases.connect();
                Database other = databases.connect()) {
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
