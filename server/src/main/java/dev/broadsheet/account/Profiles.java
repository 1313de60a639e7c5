package dev.broadsheet.account;

import dev.broadsheet.database.Database;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;

/** What people change about their own accounts. Thread-safe. */
final class Profiles {
    private final Database database;
    private final Logins logins;

    Profiles(Database database, Logins logins) {
        this.database = database;
        this.logins = logins;
    }

    /** What the person chose to show; also of one who is suspended, whose page shows nothing for now. */
    Set<Shown> shown(Person person) {
        return database.read(sql -> Shown.of(sql.sql("select shows from person where number = ?")
                .param(person.number())
                .query(String.class)
                .single()));
    }

    /** Saves how the person is called, and what others see of them. Returns false if somebody has the user name. */
    boolean save(Person person, String name, String fullName, Set<Shown> shown) {
        try {
            database.write(transaction -> {
                Logins.requireFree(transaction, name, person.number());
                return transaction
                        .sql()
                        .sql("update person set name = ?, full_name = ?, shows = ?"
                                + " where number = ? and gone_at is null")
                        .params(List.of(name, fullName, Shown.words(shown), person.number()))
                        .update();
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void changePassword(Membership membership, Logins.Login login, String encoded) {
        database.write(transaction -> {
            membership.changePassword(transaction, login, encoded);
            return true;
        });
    }

    /** Ends every session and every link, and forgets every browser. */
    void signOutEverywhere(Person person) {
        database.write(transaction -> {
            logins.endEverything(transaction, person.number());
            return true;
        });
    }
}
