package dev.broadsheet.testing;

import dev.broadsheet.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * A real database for each test, empty at first and gone after it: {@link #sqlite} or {@link #postgresql} in a field
 * with {@code @RegisterExtension}, or either by {@link OnBothDatabases}. For one test at a time.
 */
public abstract sealed class TestDatabase implements BeforeEachCallback, AfterEachCallback {
    private final List<String> urls = new ArrayList<>();

    public static TestDatabase sqlite() {
        return new Sqlite();
    }

    public static TestDatabase postgresql() {
        return new Postgresql();
    }

    static List<TestDatabase> both() {
        return List.of(sqlite(), postgresql());
    }

    /** Opens the test's database, as one server of several does; to be closed by the test. */
    public Database connect() {
        return open(url());
    }

    /** Opens one more database, empty as well; to be closed by the test. */
    public Database another() {
        urls.add(create());
        return open(urls.getLast());
    }

    /** The address of the test's database; on PostgreSQL user and password are {@code postgres}. */
    public String url() {
        return urls.getFirst();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        urls.add(create());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        urls.forEach(this::delete);
        urls.clear();
    }

    abstract String create();

    abstract Database open(String url);

    abstract void delete(String url);

    private static final class Sqlite extends TestDatabase {
        private static final String PREFIX = "jdbc:sqlite:";

        @Override
        String create() {
            try {
                return PREFIX + Files.createTempDirectory("broadsheet").resolve("catalogue.db");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        Database open(String url) {
            return Database.sqlite(file(url));
        }

        @Override
        void delete(String url) {
            FileSystemUtils.deleteRecursively(file(url).toFile().getParentFile());
        }

        private static Path file(String url) {
            return Path.of(url.substring(PREFIX.length()));
        }

        @Override
        public String toString() {
            return "SQLite";
        }
    }

    private static final class Postgresql extends TestDatabase {
        @Override
        String create() {
            return PostgresqlServer.shared().create();
        }

        @Override
        Database open(String url) {
            return Database.postgresql(url, "postgres", "postgres");
        }

        @Override
        void delete(String url) {
            PostgresqlServer.shared().delete(url);
        }

        @Override
        public String toString() {
            return "PostgreSQL";
        }
    }
}
