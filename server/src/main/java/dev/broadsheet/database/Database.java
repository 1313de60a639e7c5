package dev.broadsheet.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.installation.PlatformThreads;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The catalogue's database: SQLite in a file, or PostgreSQL. Several readers; SQLite has one writer at
 * a time, PostgreSQL several. Thread-safe. Calls from virtual threads to SQLite are carried out on
 * platform threads of its own, because a native call would hold a virtual thread's carrier, of which a
 * small machine has two. Reading and writing have each their own, so that neither waits for the other.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    /** On PostgreSQL. One of them may be busy with the catalogue, see {@link #writeInTurn}. */
    private static final int WRITERS = 4;

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final HikariDataSource jobs;
    private final JdbcClient readClient;
    private final JdbcClient writeClient;
    private final TransactionTemplate readTransaction;
    private final TransactionTemplate writeTransaction;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Among processes that write the same file; null on PostgreSQL. */
    private final @Nullable WriteTurn processes;

    private final Claims claims = new Claims(this);
    private final PlatformThreads readingThreads = new PlatformThreads("database-reader", READERS);
    private final PlatformThreads writingThread = new PlatformThreads("database-writer", 1);

    private Database(
            HikariDataSource writers, HikariDataSource readers, HikariDataSource jobs, @Nullable WriteTurn processes) {
        this.writers = writers;
        this.readers = readers;
        this.jobs = jobs;
        this.processes = processes;
        this.readClient = JdbcClient.create(readers);
        this.writeClient = JdbcClient.create(writers);
        this.readTransaction = new TransactionTemplate(new JdbcTransactionManager(readers));
        this.readTransaction.setReadOnly(true);
        this.writeTransaction = new TransactionTemplate(new JdbcTransactionManager(writers));
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
     * @throws OperatorException if the file is not a catalogue, or is one of a newer Broadsheet
     */
    public static Database sqlite(Path file) {
        String url = "jdbc:sqlite:" + file;
        // Flyway's own connection must not find the pool's writer holding the file.
        Migrations.run(url, null, null, "sqlite");
        HikariDataSource writer = SqlitePools.writer(url);
        HikariDataSource readers = SqlitePools.readers(url, READERS);
        return new Database(writer, readers, SqlitePools.jobs(url), new WriteTurn(file));
    }

    /**
     * Opens a catalogue on PostgreSQL, creating or upgrading it as needed.
     *
     * @throws OperatorException if the server cannot be reached, or the catalogue is one of a newer Broadsheet
     */
    public static Database postgresql(String url, String user, String password) {
        Migrations.run(url, user, password, "postgresql");
        Database database = new Database(
                postgresqlPool(url, user, password, "writers", WRITERS),
                postgresqlPool(url, user, password, "readers", READERS),
                postgresqlPool(url, user, password, "jobs", 2),
                null);
        // Otherwise each statement would see a state of its own. SQLite sees one by nature.
        database.readTransaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return database;
    }

    /** Runs the work on one consistent view of the catalogue. The work must not write. */
    public <T> T read(Function<JdbcClient, T> work) {
        return carried(readingThreads, () -> readTransaction.execute(status -> work.apply(readClient)));
    }

    /**
     * Runs the work in one transaction that is committed when the work returns and rolled back when
     * it throws. Once this returns, what was written survives the death of the process. The work must
     * be short: on SQLite all other writers wait for it, in the order in which they came. On PostgreSQL
     * others write meanwhile, so that the work locks the rows it must not share.
     *
     * @throws OperatorException if the disk is full; nothing of this transaction was kept
     */
    public <T> T write(Function<Transaction, T> work) {
        return isSqlite() ? writeInTurn(work) : transact(work);
    }

    /**
     * Like {@link #write}, but one after another within this process: for work that begins by locking a
     * row that all its kind lock, as changes of the catalogue do. Those who wait for it then wait here
     * and leave the connections to others.
     */
    public <T> T writeInTurn(Function<Transaction, T> work) {
        turn.lock();
        try {
            return carried(writingThread, () -> {
                if (processes == null) {
                    return transact(work);
                }
                try (WriteTurn.Taken taken = processes.take()) {
                    return transact(work);
                }
            });
        } finally {
            turn.unlock();
        }
    }

    private <T> T transact(Function<Transaction, T> work) {
        try {
            return writeTransaction.execute(status ->
                    work.apply(new Transaction(writeClient, DataSourceUtils.getConnection(writers), isSqlite())));
        } catch (DataAccessException | TransactionException | IllegalStateException e) {
            throw DatabaseFailure.explain(e);
        }
    }

    /** Only native code must not run on a virtual thread; PostgreSQL's driver waits as such threads do. */
    private <T> T carried(PlatformThreads threads, Supplier<T> work) {
        return isSqlite() ? threads.call(work) : work.get();
    }

    /** Whether this is SQLite rather than PostgreSQL. */
    public boolean isSqlite() {
        return processes != null;
    }

    /**
     * For the scheduler of jobs and its own table only, which it changes in short transactions of its
     * own. Closed with this.
     */
    public DataSource jobs() {
        return jobs;
    }

    /** Work that is to be done by one at a time of all processes that share this database. Closed with this. */
    public Claims claims() {
        return claims;
    }

    @Override
    public void close() {
        claims.close();
        writingThread.close();
        readingThreads.close();
        jobs.close();
        readers.close();
        writers.close();
        if (processes != null) {
            processes.close();
        }
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
