package dev.broadsheet.account;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.site.SiteAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links that do one thing once. Looking at one does nothing, for mail programs look at links before people do; only the
 * button behind it does. The database has the digest of what stands in the link. Thread-safe.
 */
final class Links {
    static final String PATH = "/link";

    /** What a link does. */
    enum Purpose {
        /** Makes the account of whoever reads an address. */
        SIGN_UP(Duration.ofDays(1)),
        /** Makes an account in a role that a moderator chose. */
        INVITATION(Duration.ofDays(14)),
        /** Makes the first admin of an installation. */
        FIRST_ADMIN(Duration.ofDays(1)),
        /** Makes an address that of an account. */
        CONFIRM_EMAIL(Duration.ofDays(1)),
        /** Sets a new password. */
        RESET(Duration.ofHours(1)),
        /** Signs somebody in. */
        SIGN_IN(Duration.ofDays(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    /**
     * What is known of a link that is still good.
     *
     * @param person whose account it is about; null where it makes one
     * @param email the address that it was mailed to, which whoever has the link has proved to read; null for one that
     *     was shown
     * @param role of the account that it makes; null where it makes none
     */
    record Link(
            Purpose purpose,
            @Nullable Long person,
            @Nullable String email,
            @Nullable Role role,
            Instant expires) {}

    private static final String COLUMNS = "purpose, person, email, role, expires_at";

    private final Database database;
    private final Clock clock;
    private final SiteAddress address;

    Links(Database database, Clock clock, SiteAddress address) {
        this.database = database;
        this.clock = clock;
        this.address = address;
    }

    /** Makes a link about nobody's account yet. Returns its whole address. */
    String make(Transaction transaction, Purpose purpose, @Nullable String email, Role role, @Nullable Person by) {
        return make(transaction, purpose, null, email, role, by);
    }

    /** Makes a link about somebody's account. Returns its whole address. */
    String make(Transaction transaction, Purpose purpose, long person, @Nullable String email, @Nullable Person by) {
        return make(transaction, purpose, person, email, null, by);
    }

    private String make(
            Transaction transaction,
            Purpose purpose,
            @Nullable Long person,
            @Nullable String email,
            @Nullable Role role,
            @Nullable Person by) {
        String token = Token.random();
        long now = clock.millis();
        transaction.execute(
                "insert into one_time_link (token, purpose, person, email, role, created_by_person, created_at,"
                        + " expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Token.digest(token),
                word(purpose),
                person,
                email,
                role == null ? null : role.word(),
                by == null ? null : by.number(),
                now,
                now + purpose.life.toMillis());
        return address.of(PATH + "/" + token);
    }

    /** What a link would do; empty if it is unknown, used or too old. */
    Optional<Link> find(String token) {
        return database.read(
                sql -> sql.sql("select " + COLUMNS + " from one_time_link where token = ? and expires_at > ?")
                        .params(Token.digest(token), clock.millis())
                        .query((row, index) -> link(row))
                        .optional());
    }

    /** Uses a link up. Empty if somebody else has, or if it was not good. */
    Optional<Link> use(Transaction transaction, String token) {
        return transaction.first(
                "delete from one_time_link where token = ? and expires_at > ? returning " + COLUMNS,
                (row, index) -> link(row),
                Token.digest(token),
                clock.millis());
    }

    /** Ends all links of a purpose. */
    void endAll(Transaction transaction, Purpose purpose) {
        transaction.execute("delete from one_time_link where purpose = ?", word(purpose));
    }

    void removeExpired(Transaction transaction) {
        transaction.execute("delete from one_time_link where expires_at <= ?", clock.millis());
    }

    private static String word(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Link link(ResultSet row) throws SQLException {
        long person = row.getLong("person");
        Long about = row.wasNull() ? null : person;
        String role = row.getString("role");
        return new Link(
                Purpose.valueOf(
                        row.getString("purpose").toUpperCase(Locale.ROOT).replace('-', '_')),
                about,
                row.getString("email"),
                role == null ? null : Role.of(role),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
