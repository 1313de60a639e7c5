package dev.broadsheet.ingest.ledger;

import dev.broadsheet.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code refused}: names that a source was asked for singly and does not give. They are
 * asked for again after an hour, after six, after a day, and then once a week.
 */
public final class RefusedNames {
    private static final List<Duration> WAITS =
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7));

    private RefusedNames() {}

    /** The names that are not to be asked for yet. */
    public static Set<String> resting(JdbcClient sql, String source, Instant now) {
        Set<String> names = new HashSet<>();
        sql.sql("select name, askings, asked_at from refused where source = ?")
                .param(source)
                .query(row -> {
                    Instant asked = Instant.parse(row.getString("asked_at"));
                    Duration wait = WAITS.get(Math.clamp(row.getInt("askings") - 1, 0, WAITS.size() - 1));
                    boolean clockWasSetBack = asked.isAfter(now);
                    if (!clockWasSetBack && now.isBefore(asked.plus(wait))) {
                        names.add(row.getString("name"));
                    }
                });
        return names;
    }

    public static void note(Transaction transaction, String source, Collection<String> names, Instant now) {
        for (String name : names) {
            transaction.execute(
                    "insert into refused (source, name, askings, asked_at) values (?, ?, 1, ?)"
                            + " on conflict (source, name) do update set"
                            + " askings = refused.askings + 1, asked_at = excluded.asked_at",
                    source,
                    name,
                    now.toString());
        }
    }

    /** These came; should something of them be missing again, that is another matter. */
    public static void came(Transaction transaction, String source, Collection<String> names) {
        for (String name : names) {
            transaction.execute("delete from refused where source = ? and name = ?", source, name);
        }
    }

    /** Forgets those that nobody asked for since then. */
    public static void forget(Transaction transaction, String source, Instant before) {
        transaction.execute("delete from refused where source = ? and asked_at < ?", source, before.toString());
    }
}
