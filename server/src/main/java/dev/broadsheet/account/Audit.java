package dev.broadsheet.account;

import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down who did what, in the transaction that does it. Thread-safe. */
public final class Audit {
    private static final Counter NUMBERS = new Counter("audit");

    private final Clock clock;

    public Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was done, the latest first.
     *
     * @param before only what has a lower number
     */
    public static List<AuditEntry> entries(Database database, long before, int limit) {
        return database.read(sql -> sql.sql("select audit.number, audit.at, person.name, audit.action, audit.subject,"
                        + " audit.details from audit left join person on person.number = audit.person"
                        + " where audit.number < ? order by audit.number desc limit ?")
                .params(before, limit)
                .query((row, index) -> new AuditEntry(
                        row.getLong("number"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Objects.requireNonNullElse(row.getString("name"), ""),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("details")))
                .list());
    }

    /**
     * Adds an entry.
     *
     * @param person who did it; null for the program itself or the command line
     * @param action what was done, as a short phrase in the past: "changed the role of"
     * @param subject to whom or what: a user name, a paper's id, a setting
     * @param details what else there is to know, a reason for instance; may be empty; nothing secret
     */
    public void add(Transaction transaction, @Nullable Person person, String action, String subject, String details) {
        transaction.execute(
                "insert into audit (number, at, person, action, subject, details) values (?, ?, ?, ?, ?, ?)",
                NUMBERS.next(transaction),
                clock.millis(),
                person == null ? null : person.number(),
                action,
                subject,
                details);
    }
}
