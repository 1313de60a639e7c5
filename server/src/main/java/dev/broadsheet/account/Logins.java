package dev.broadsheet.account;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        String typed = login.strip().toLowerCase(Locale.ROOT);
        return one(typed.contains("@") ? "email = ?" : "name = ?", typed);
    }

    /** Those of somebody who is still here. */
    Optional<Login> of(long person) {
        return one("number = ?", person);
    }

    private Optional<Login> one(String condition, Object value) {
        return database.read(sql -> sql.sql(SELECT + condition)
                .param(value)
                .query((row, index) -> new Login(People.person(row), row.getString("email"), row.getString("password")))
                .optional());
    }

    /** @param encoded as {@link Passwords} made it */
    void setPassword(Transaction transaction, long person, String encoded) {
        transaction.execute("update person set password = ? where number = ?", encoded, person);
    }
}
