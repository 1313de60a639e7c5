package dev.broadsheet.ingest;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.installation.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a harvest has come, as it is committed together with the papers.
 *
 * @param cursor where the source goes on, null at its beginning
 * @param finished whether it was read to its end
 * @param rejectsBytes how long the file of rejects was then
 */
record HarvestPosition(@Nullable String cursor, boolean finished, long rejectsBytes, IngestCounts counts) {
    static final HarvestPosition START = new HarvestPosition(null, false, 0, IngestCounts.NONE);

    static HarvestPosition of(JdbcClient sql, String harvest) {
        Optional<String> position = sql.sql("select position from harvest_cursor where harvest = ?")
                .param(harvest)
                .query(String.class)
                .optional();
        return position.map(json -> Json.STORED.readValue(json, HarvestPosition.class))
                .orElse(START);
    }

    /** @param source the live source that the harvest belongs to, null for a file */
    void save(Transaction transaction, String harvest, @Nullable String source, Instant now) {
        transaction.execute(
                "insert into harvest_cursor (harvest, source, position, updated_at) values (?, ?, ?, ?)"
                        + " on conflict (harvest) do update set position = excluded.position,"
                        + " updated_at = excluded.updated_at",
                harvest,
                source,
                Json.STORED.writeValueAsString(this),
                now.toString());
    }

    /**
     * Forgets the harvests of a live source that nobody went on with since a day. Those that were not
     * finished too: each bears the days it was for, and those are not asked for any more.
     *
     * @return their names
     */
    static List<String> forget(Transaction transaction, String source, LocalDate before) {
        String day = before.toString();
        List<String> old = transaction.list(
                "select harvest from harvest_cursor where source = ? and updated_at < ?",
                (row, index) -> row.getString(1),
                source,
                day);
        transaction.execute("delete from harvest_cursor where source = ? and updated_at < ?", source, day);
        return old;
    }
}
