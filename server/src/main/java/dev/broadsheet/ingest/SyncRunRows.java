package dev.broadsheet.ingest;

import dev.broadsheet.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code sync_run}: one row a source, for its last run. */
final class SyncRunRows {
    private SyncRunRows() {}

    static Optional<SyncRun> of(JdbcClient sql, String source) {
        return sql.sql("select started_at, ended_at, outcome, problem, setbacks from sync_run where source = ?")
                .param(source)
                .query((row, index) -> run(row))
                .optional();
    }

    static void started(Transaction transaction, String source, Instant at) {
        transaction.execute(
                "insert into sync_run (source, started_at) values (?, ?) on conflict (source) do update set"
                        + " started_at = excluded.started_at, ended_at = null, outcome = null, problem = null",
                source,
                at.toString());
    }

    static void ended(
            Transaction transaction,
            String source,
            SyncRun.Outcome outcome,
            List<String> problems,
            int setbacks,
            Instant at) {
        transaction.execute(
                "update sync_run set ended_at = ?, outcome = ?, problem = ?, setbacks = ? where source = ?",
                at.toString(),
                outcome.name(),
                problems.isEmpty() ? null : String.join("\n", problems),
                setbacks,
                source);
    }

    private static SyncRun run(ResultSet row) throws SQLException {
        String ended = row.getString("ended_at");
        String outcome = row.getString("outcome");
        return new SyncRun(
                Instant.parse(row.getString("started_at")),
                ended == null ? null : Instant.parse(ended),
                outcome == null ? null : SyncRun.Outcome.valueOf(outcome),
                row.getString("problem"),
                row.getInt("setbacks"));
    }
}
