package dev.broadsheet.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One open write transaction. Used by one thread, valid only inside {@link Database#write} and {@link
 * Database#writeInTurn}.
 */
public final class Transaction {
    private final JdbcClient sql;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Transaction(JdbcClient sql, Connection connection) {
        this.sql = sql;
        this.connection = connection;
    }

    /** The client for this transaction's statements. */
    public JdbcClient sql() {
        return sql;
    }

    /**
     * The first column of the first row as a whole number. Like {@link #execute} the statement is
     * prepared once for each transaction, for those few that run for every paper of an import.
     */
    public Optional<Long> number(String statement, @Nullable Object... parameters) {
        try (ResultSet rows = bound(statement, parameters).executeQuery()) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    /** The first column of the first row as text. */
    public Optional<String> text(String statement, @Nullable Object... parameters) {
        try (ResultSet rows = bound(statement, parameters).executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    /** The first row; prepared once like the others. */
    public <T> Optional<T> first(String statement, RowMapper<T> mapper, @Nullable Object... parameters) {
        return list(statement, mapper, parameters).stream().findFirst();
    }

    /** All rows; prepared once like the others. */
    public <T> List<T> list(String statement, RowMapper<T> mapper, @Nullable Object... parameters) {
        try (ResultSet rows = bound(statement, parameters).executeQuery()) {
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
        try {
            return bound(statement, parameters).executeUpdate();
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    private PreparedStatement bound(String statement, @Nullable Object[] parameters) throws SQLException {
        PreparedStatement prepared = statements.get(statement);
        if (prepared == null) {
            prepared = connection.prepareStatement(statement);
            statements.put(statement, prepared);
        }
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }

    private static UncategorizedSQLException failure(String statement, SQLException e) {
        return new UncategorizedSQLException("catalogue", statement, e);
    }

    void finish() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
