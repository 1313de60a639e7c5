package dev.broadsheet.account;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.installation.Digest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How often something may be done in a time, counted in the database: on all servers together, and beyond a restart.
 * The time begins with the first and ends by itself, whatever is tried meanwhile. Thread-safe.
 */
final class Quotas {
    /**
     * What is counted.
     *
     * @param name never changed, and no other's
     * @param times how often it may be done
     * @param period in this time; a day at most, for older counts are removed
     */
    record Quota(String name, int times, Duration period) {}

    private static final int DIGEST_BYTES = 16;

    private final Clock clock;

    Quotas(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one more.
     *
     * @param subject for whom: an address or a name as typed; the database has its digest
     * @return empty if it may be done, else how long it may not
     */
    Optional<Duration> take(Transaction transaction, Quota quota, String subject) {
        long now = clock.millis();
        long before = now - quota.period().toMillis();
        transaction.execute(
                "insert into quota (name, subject, used, since) values (?, ?, 1, ?)"
                        + " on conflict (name, subject) do update set"
                        + " used = case when quota.since <= ? then 1 else quota.used + 1 end,"
                        + " since = case when quota.since <= ? then excluded.since else quota.since end",
                quota.name(),
                key(subject),
                now,
                before,
                before);
        return transaction
                .first(
                        "select used, since from quota where name = ? and subject = ?",
                        (row, index) -> row.getInt("used") <= quota.times()
                                ? Duration.ZERO
                                : Duration.ofMillis(row.getLong("since") - before),
                        quota.name(),
                        key(subject))
                .filter(Duration::isPositive);
    }

    /** Forgets what was counted. */
    void clear(Transaction transaction, Quota quota, String subject) {
        transaction.execute("delete from quota where name = ? and subject = ?", quota.name(), key(subject));
    }

    /** Removes counts that are over. */
    void removeOld(Transaction transaction) {
        transaction.execute(
                "delete from quota where since < ?",
                clock.millis() - Duration.ofDays(1).toMillis());
    }

    private static String key(String subject) {
        return Digest.hex(subject.strip().toLowerCase(Locale.ROOT), DIGEST_BYTES);
    }
}
