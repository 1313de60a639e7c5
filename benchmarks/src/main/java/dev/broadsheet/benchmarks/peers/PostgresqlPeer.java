package dev.broadsheet.benchmarks.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL's full-text search: a column of English {@code tsvector}s under a GIN index, ranked by
 * {@code ts_rank}. As its users do it, papers must hold all words ({@code plainto_tsquery}); so that it
 * searches what the others do, the same words joined by "or".
 *
 * <p>It has 1 GB of shared buffers, 64 MB of working memory and no just-in-time compiler, which costs
 * short queries more than it gives.
 */
final class PostgresqlPeer implements Peer {
    private static final int CONNECTIONS = 8;

    private static final String ALL = "plainto_tsquery('english', ?)";
    private static final String ANY = "cast(replace(cast(" + ALL + " as text), ' & ', ' | ') as tsquery)";
    private static final String SEARCH = "select number, title, abstract from papers, (select %s as query) asked"
            + " where words @@ query order by ts_rank(words, query, 1) desc limit ?";

    private final Path folder;
    private final EmbeddedPostgres server;
    private final HikariDataSource connections;

    private PostgresqlPeer(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
        config.setMaximumPoolSize(CONNECTIONS);
        this.connections = new HikariDataSource(config);
    }

    static void prepare(Path data, Path folder) throws IOException {
        try (PostgresqlPeer peer = open(folder)) {
            peer.execute(
                    "create table papers"
                            + " (number bigint primary key, title text not null, abstract text not null, words tsvector not null)");
            IndexedPapers.read(data, peer::add);
            peer.execute("create index papers_by_words on papers using gin (words)");
            peer.execute("vacuum (analyze) papers");
        }
    }

    static PostgresqlPeer open(Path folder) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("effective_cache_size", "4GB")
                .setServerConfig("work_mem", "64MB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("jit", "off")
                .start();
        return new PostgresqlPeer(folder, server);
    }

    @Override
    public Set<Way> ways() {
        return Set.of(Way.WORDS, Way.ALL_WORDS);
    }

    @Override
    public List<String> search(Way way, String query, int limit) throws IOException {
        String sql = String.format(SEARCH, way == Way.ALL_WORDS ? ALL : ANY);
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, storable(query));
            statement.setInt(2, limit);
            List<String> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IOException("PostgreSQL cannot search for: " + query, e);
        }
    }

    /** The server is no child of this process: it tells its number in a file. */
    @Override
    public List<ProcessHandle> servers() {
        try (Stream<String> lines = Files.lines(folder.resolve("postmaster.pid"))) {
            long number = lines.findFirst().map(Long::parseLong).orElseThrow();
            ProcessHandle postmaster = ProcessHandle.of(number).orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The index is the GIN index and the column that it is over, from which the rank is computed. */
    @Override
    public Disk disk() throws IOException {
        long all = number("select pg_total_relation_size('papers')");
        long texts = number("select sum(pg_column_size(title) + pg_column_size(abstract) + 8)"
                + " + pg_relation_size('papers_pkey') from papers");
        return new Disk(all - texts, all);
    }

    @Override
    public void close() throws IOException {
        connections.close();
        server.close();
    }

    private void add(List<IndexedPaper> batch) throws IOException {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into papers values (?, ?, ?, to_tsvector('english', ?))")) {
            for (IndexedPaper paper : batch) {
                statement.setLong(1, paper.number());
                statement.setString(2, storable(paper.title()));
                statement.setString(3, storable(paper.abstractText()));
                statement.setString(4, storable(paper.words()));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL cannot take papers", e);
        }
    }

    private void execute(String sql) throws IOException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL cannot do: " + sql, e);
        }
    }

    private long number(String sql) throws IOException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL cannot tell: " + sql, e);
        }
    }

    /** The one character that its texts cannot hold. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
