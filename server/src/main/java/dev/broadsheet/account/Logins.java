package dev.broadsheet.account;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody but the person and the program may know of somebody: the password as stored, the e-mail address. */
final class Logins {
    /**
     * Somebody with what they sign in by.
     *
     * @param email in lower case; null where there is none
     * @param password as stored; null where there is none
     */
    record Login(
            Person person, @Nullable String email, @Nullable String password) {}

    private static final String SELECT =
            "select " + People.COLUMNS + ", email, password from person where gone_at is null and ";

    private final Database database;

    Logins(Database database) {
        this.database = database;
    }

    /** Those of a user name or e-mail address as typed. */
    Optional<Login> of(String login) {
        return database.read(sql -> find(sql, login));
    }

    /** The same within a transaction. */
    Optional<Login> of(Transaction transaction, String login) {
        return find(transaction.sql(), login);
    }

    /** Those of somebody who is still here. */
    Optional<Login> of(long person) {
        return database.read(sql -> one(sql, "number = ?", person));
    }

    /** The same within a transaction. */
    Optional<Login> of(Transaction transaction, long person) {
        return one(transaction.sql(), "number = ?", person);
    }

    private static Optional<Login> find(JdbcClient sql, String login) {
        String typed = login.strip().toLowerCase(Locale.ROOT);
        return one(sql, typed.contains("@") ? "email = ?" : "name = ?", typed);
    }

    private static Optional<Login> one(JdbcClient sql, String condition, Object value) {
        return sql.sql(SELECT + condition)
                .param(value)
                .query((row, index) -> new Login(People.person(row), row.getString("email"), row.getString("password")))
                .optional();
    }

    /**
     * Makes sure that a name is free, or already this person's. On PostgreSQL somebody may still take it before the
     * transaction ends; then the database says the same.
     *
     * @throws DuplicateKeyException if it is not
     */
    static void requireFree(Transaction transaction, String name, long person) {
        if (transaction
                .number("select number from person where name = ? and number <> ?", name, person)
                .isPresent()) {
            throw new DuplicateKeyException("somebody has the name " + name);
        }
    }

    /** How many could run the place now. On PostgreSQL they stay so many until the transaction ends. */
    int activeAdmins(Transaction transaction) {
        return transaction
                .list(
                        "select number from person where role = 'admin' and suspended_at is null and gone_at is null"
                                + (transaction.isAlone() ? "" : " order by number for update"),
                        (row, index) -> row.getLong(1))
                .size();
    }

    /** @param encoded as {@link Passwords} made it */
    void setPassword(Transaction transaction, long person, String encoded) {
        transaction.execute("update person set password = ? where number = ?", encoded, person);
    }

    /** Stores the same password in a newer form, unless another was set since the stored one was read. */
    void renewPassword(Transaction transaction, long person, String stored, String renewed) {
        transaction.execute(
                "update person set password = ? where number = ? and password = ?", renewed, person, stored);
    }

    /**
     * @param email in lower case, which somebody has proved to read
     * @throws DuplicateKeyException if somebody else has it
     */
    void setEmail(Transaction transaction, long person, String email, long now) {
        if (of(transaction, email)
                .filter(known -> known.person().number() != person)
                .isPresent()) {
            throw new DuplicateKeyException("somebody has that address");
        }
        transaction
                .sql()
                .sql("update person set email = ?, email_confirmed_at = ? where number = ?")
                .params(email, now, person)
                .update();
    }

    /** Ends sessions and links, and forgets browsers: whoever wants in has to prove who they are. */
    void endEverything(Transaction transaction, long person) {
        transaction.execute("delete from session where person = ?", person);
        transaction.execute("delete from known_browser where person = ?", person);
        transaction.execute("delete from one_time_link where person = ?", person);
    }
}
