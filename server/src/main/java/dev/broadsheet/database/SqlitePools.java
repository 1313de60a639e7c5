package dev.broadsheet.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.sqlite.SQLiteConfig;

/** SQLite connections as an installation needs them: one that writes, several that read. */
final class SqlitePools {
    /** How long a writer waits for one in another process (an import beside a server), in milliseconds. */
    private static final int BUSY_TIMEOUT = 60_000;

    /** So many pages of 4 kB the write-ahead log holds before it is copied into the database. */
    private static final int CHECKPOINT_PAGES = 16_000;

    private SqlitePools() {}

    static HikariDataSource writer(String url) {
        SQLiteConfig config = common();
        // Taking the write lock at the start, not at the first write, lets the busy timeout work:
        // a reader that turns writer would fail at once.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // What is acknowledged survives a power cut too, not only the death of the process.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        HikariConfig pool = pool(url, "writer", 1, config);
        // Copying the log into the database after every 4 MB would write the pages of an import's
        // indexes many times over.
        pool.setConnectionInitSql("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
        return new HikariDataSource(pool);
    }

    static HikariDataSource readers(String url, int size) {
        SQLiteConfig config = common();
        config.setPragma(SQLiteConfig.Pragma.JDBC_EXPLICIT_READONLY, "false");
        return new HikariDataSource(pool(url, "readers", size, config));
    }

    static HikariDataSource jobs(String url) {
        SQLiteConfig config = common();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // A job that is run once more after a power cut does no harm.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        HikariConfig pool = pool(url, "jobs", 1, config);
        // Most commands have no jobs.
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout(BUSY_TIMEOUT);
        config.setCacheSize(-32_000);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    private static HikariConfig pool(String url, String name, int size, SQLiteConfig sqlite) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setDataSourceProperties(sqlite.toProperties());
        return config;
    }
}
