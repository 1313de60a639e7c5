package dev.broadsheet.jobs;

import dev.broadsheet.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands, as all servers of one database know it.
 *
 * @param due when it runs next, or has been due since
 * @param running whether a server runs it now
 * @param succeeded when it last ended as it should; null if it never did
 * @param failed when it last ended with an error; null if it never did
 * @param failures how many times in a row it has failed
 */
public record JobState(
        String name,
        Instant due,
        boolean running,
        @Nullable Instant succeeded,
        @Nullable Instant failed,
        int failures) {

    /** Every job that was ever scheduled here, by name. */
    public static List<JobState> all(Database database) {
        return database.read(sql -> sql.sql("select task_name, execution_time, picked, last_success, last_failure,"
                        + " consecutive_failures from scheduled_tasks order by task_name")
                .query((row, index) -> new JobState(
                        row.getString("task_name"),
                        row.getTimestamp("execution_time").toInstant(),
                        row.getBoolean("picked"),
                        moment(row, "last_success"),
                        moment(row, "last_failure"),
                        row.getInt("consecutive_failures")))
                .list());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
