package dev.broadsheet.vote;

import dev.broadsheet.database.Transaction;
import dev.broadsheet.installation.Digest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * From where votes came, so that accounts which vote together can be found: of each vote a digest of its block of
 * addresses under a key that holds for a day. After 30 days both are forgotten, and neither says anything any more.
 * Thread-safe.
 */
final class Origins {
    static final Duration MEMORY = Duration.ofDays(30);

    private static final int KEY_BYTES = 32;
    private static final int DIGEST_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    Origins(Clock clock) {
        this.clock = clock;
    }

    /** @param block null where it is not known, or the vote was taken back */
    void remember(Transaction transaction, long paper, long person, @Nullable String block) {
        if (block == null) {
            transaction.execute("delete from vote_origin where paper = ? and person = ?", paper, person);
            return;
        }
        transaction.execute(
                "insert into vote_origin (paper, person, at, block) values (?, ?, ?, ?) on conflict (paper, person)"
                        + " do update set at = excluded.at, block = excluded.block",
                paper,
                person,
                clock.millis(),
                Digest.hex(key(transaction) + block, DIGEST_BYTES));
    }

    void forget(Transaction transaction, long person) {
        transaction.execute("delete from vote_origin where person = ?", person);
        transaction.execute("delete from vote_ring_member where person = ?", person);
    }

    /** Forgets what is older than 30 days. */
    void forgetOld(Transaction transaction) {
        transaction.execute(
                "delete from vote_origin where at < ?",
                clock.instant().minus(MEMORY).toEpochMilli());
        transaction.execute(
                "delete from vote_origin_key where day < ?",
                today().minusDays(MEMORY.toDays()).toString());
    }

    private String key(Transaction transaction) {
        String day = today().toString();
        return transaction
                .text("select name from vote_origin_key where day = ?", day)
                .orElseGet(() -> newKey(transaction, day));
    }

    /** Of two that begin a day at the same moment one waits for the other's key. */
    private static String newKey(Transaction transaction, String day) {
        byte[] random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        return transaction
                .text(
                        "insert into vote_origin_key (day, name) values (?, ?)"
                                + " on conflict (day) do update set name = vote_origin_key.name returning name",
                        day,
                        HexFormat.of().formatHex(random))
                .orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
