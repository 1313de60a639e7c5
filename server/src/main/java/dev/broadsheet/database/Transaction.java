package dev.broadsheet.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One open write transaction. Used by one thread, valid only inside {@link Database#write} and {@link
 * Database#writeInTurn}.
 *
 * <p>Each call prepares its statement anew. An import that kept them for the transaction was no faster (decision 21).
 */
public final class Transaction {
    private final JdbcClient sql;
    private final Connection connection;
    private final boolean alone;

    Transaction(JdbcClient sql, Connection connection, boolean alone) {
        this.sql = sql;
        this.connection = connection;
        this.alone = alone;
    }

    /** The client for this transaction's statements. */
    public JdbcClient sql() {
        return sql;
    }

    /**
     * Whether no other transaction can write before this one ends, as on SQLite, which has no locks on rows and needs
     * none.
     */
    public boolean isAlone() {
        return alone;
    }

    /** Does something once this is committed, and nothing if it is not: a short nudge, for others wait meanwhile. */
    public void afterCommit(Runnable nudge) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.run();
            }
        });
    }

    /** The first column of the first row as a whole number; empty if there is no row. */
    public Optional<Long> number(String statement, @Nullable Object... parameters) {
        return first(statement, (row, index) -> row.getLong(1), parameters);
    }

    /** The first column of the first row as text; empty if there is no row or it is null. */
    public Optional<String> text(String statement, @Nullable Object... parameters) {
        return first(statement, (row, index) -> Optional.ofNullable(row.getString(1)), parameters)
                .flatMap(text -> text);
    }

    /** The first row. */
    public <T> Optional<T> first(String statement, RowMapper<T> mapper, @Nullable Object... parameters) {
        return list(statement, mapper, parameters).stream().findFirst();
    }

    /** All rows. */
    public <T> List<T> list(String statement, RowMapper<T> mapper, @Nullable Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters);
                ResultSet rows = prepared.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.mapRow(rows, found.size()));
            }
            return found;
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    /** Executes a change and says how many rows it changed. */
    public int execute(String statement, @Nullable Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    private PreparedStatement prepare(String statement, @Nullable Object[] parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }

    private static UncategorizedSQLException failure(String statement, SQLException e) {
        return new UncategorizedSQLException("catalogue", statement, e);
    }
}
