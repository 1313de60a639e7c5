package dev.broadsheet.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.installation.PlatformThreads;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The catalogue's database: SQLite in a file, or PostgreSQL. One writer at a time, several readers.
 * Thread-safe. Calls from virtual threads are carried out on platform threads of its own, because a
 * native SQLite call would hold a virtual thread's carrier, of which a small machine has two.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final HikariDataSource jobs;
    private final JdbcClient readClient;
    private final JdbcClient writeClient;
    private final TransactionTemplate readTransaction;
    private final TransactionTemplate writeTransaction;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final boolean sqlite;
    private final String lockRevision;
    private final PlatformThreads platformThreads = new PlatformThreads("database", READERS);

    private Database(HikariDataSource writer, HikariDataSource readers, HikariDataSource jobs, boolean sqlite) {
        this.writer = writer;
        this.readers = readers;
        this.jobs = jobs;
        this.sqlite = sqlite;
        this.lockRevision = sqlite ? "select latest from revision" : "select latest from revision for update";
        this.readClient = JdbcClient.create(readers);
        this.writeClient = JdbcClient.create(writer);
        this.readTransaction = new TransactionTemplate(new JdbcTransactionManager(readers));
        this.readTransaction.setReadOnly(true);
        this.writeTransaction = new TransactionTemplate(new JdbcTransactionManager(writer));
    }

    /** Opens the catalogue where the settings say: on PostgreSQL, else in the data folder. */
    public static Database open(DataFolder folder, DatabaseSettings settings) {
        String url = settings.url();
        return url == null
                ? sqlite(folder.catalogue())
                : postgresql(url, settings.user(), settings.password().reveal());
    }

    /**
     * Opens the SQLite catalogue, creating or upgrading it as needed.
     *
     * @throws OperatorException if the file is no catalogue, or one of a newer Broadsheet
     */
    public static Database sqlite(Path file) {
        String url = "jdbc:sqlite:" + file;
        // Flyway's own connection must not find the pool's writer holding the file.
        Migrations.run(url, null, null, "sqlite");
        HikariDataSource writer = SqlitePools.writer(url);
        HikariDataSource readers = SqlitePools.readers(url, READERS);
        return new Database(writer, readers, SqlitePools.jobs(url), true);
    }

    /**
     * Opens a catalogue on PostgreSQL, creating or upgrading it as needed.
     *
     * @throws OperatorException if the server cannot be reached, or the catalogue is one of a newer Broadsheet
     */
    public static Database postgresql(String url, String user, String password) {
        Migrations.run(url, user, password, "postgresql");
        Database database = new Database(
                postgresqlPool(url, user, password, "writer", 1),
                postgresqlPool(url, user, password, "readers", READERS),
                postgresqlPool(url, user, password, "jobs", 2),
                false);
        // Otherwise each statement would see a state of its own. SQLite sees one by nature.
        database.readTransaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return database;
    }

    /** Runs the work on one consistent view of the catalogue. The work must not write. */
    public <T> T read(Function<JdbcClient, T> work) {
        return platformThreads.call(() -> readTransaction.execute(status -> work.apply(readClient)));
    }

    /**
     * Runs the work in one transaction that is committed when the work returns and rolled back when
     * it throws. Once this returns, what was written survives the death of the process.
     *
     * @throws OperatorException if the disk is full; nothing of this transaction was kept
     */
    public <T> T write(Function<Transaction, T> work) {
        return platformThreads.call(() -> {
            writing.lock();
            try {
                return writeTransaction.execute(status -> {
                    long revision =
                            writeClient.sql(lockRevision).query(Long.class).single();
                    Transaction transaction =
                            new Transaction(writeClient, DataSourceUtils.getConnection(writer), revision);
                    T result = work.apply(transaction);
                    try {
                        transaction.finish();
                    } catch (SQLException e) {
                        throw new IllegalStateException("The transaction could not be finished", e);
                    }
                    return result;
                });
            } catch (DataAccessException | TransactionException | IllegalStateException e) {
                throw DatabaseFailure.explain(e);
            } finally {
                writing.unlock();
            }
        });
    }

    /** Whether this is SQLite rather than PostgreSQL. */
    public boolean isSqlite() {
        return sqlite;
    }

    /**
     * For the scheduler of jobs and its own table only, which it changes in short transactions of its
     * own. Closed with this.
     */
    public DataSource jobs() {
        return jobs;
    }

    @Override
    public void close() {
        platformThreads.close();
        jobs.close();
        readers.close();
        writer.close();
    }

    private static HikariDataSource postgresqlPool(String url, String user, String password, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }
}
