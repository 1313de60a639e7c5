package dev.broadsheet.account.passkey;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People's passkeys. Thread-safe. */
public final class Passkeys implements PersonalData {
    /** So many one person may have. */
    static final int MOST = 20;

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    public Passkeys(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds one. Says whether it was added: not where one of its id or, to this person, of its name is there. */
    boolean add(Person person, Passkey passkey) {
        return database.write(transaction -> {
            int added = transaction.execute(
                    "insert into passkey (" + Passkey.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)"
                            + " on conflict do nothing",
                    passkey.credential(),
                    person.number(),
                    passkey.name(),
                    passkey.publicKey(),
                    passkey.signCount(),
                    passkey.userVerified() ? 1 : 0,
                    passkey.backupEligible() ? 1 : 0,
                    passkey.backedUp() ? 1 : 0,
                    String.join(" ", passkey.transports()),
                    passkey.made().toEpochMilli());
            if (added > 0) {
                audit.add(transaction, person, "added a passkey", passkey.name(), "");
            }
            return added > 0;
        });
    }

    /** The person's, the oldest first. */
    List<Passkey> of(Person person) {
        return database.read(sql -> sql.sql("select " + Passkey.COLUMNS + " from passkey where person = ?"
                        + " order by made_at, credential")
                .param(person.number())
                .query((row, index) -> Passkey.of(row))
                .list());
    }

    /** The one of this id, in base64url. */
    Optional<Passkey> byCredential(String credential) {
        return database.read(sql -> sql.sql("select " + Passkey.COLUMNS + " from passkey where credential = ?")
                .param(credential)
                .query((row, index) -> Passkey.of(row))
                .optional());
    }

    /**
     * Writes down that it signed. Says whether it was there, unchanged: of two that sign with the same count at once, as
     * a copy would, one is refused.
     *
     * @param before as it was when the signature was checked
     */
    boolean used(Passkey before, long signCount, boolean userVerified, boolean backedUp) {
        return database.write(transaction -> transaction.execute(
                        "update passkey set sign_count = ?, user_verified = ?, backed_up = ?, used_at = ?"
                                + " where credential = ? and sign_count = ?",
                        signCount,
                        before.userVerified() || userVerified ? 1 : 0,
                        backedUp ? 1 : 0,
                        clock.millis(),
                        before.credential(),
                        before.signCount())
                > 0);
    }

    /** Removes one. Says whether the person had it. */
    boolean remove(Person person, String credential) {
        return database.write(transaction -> {
            Optional<String> name = transaction.text(
                    "delete from passkey where credential = ? and person = ? returning name",
                    credential,
                    person.number());
            name.ifPresent(it -> audit.add(transaction, person, "removed a passkey", it, ""));
            return name.isPresent();
        });
    }

    @Override
    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
        transaction.execute("delete from passkey where person = ?", person.number());
        transaction.execute("delete from passkey_challenge where person = ?", person.number());
    }

    @Override
    public Map<String, Object> export(Person person) {
        List<Map<String, String>> passkeys = of(person).stream()
                .map(passkey -> Map.of(
                        "name", passkey.name(),
                        "credential", passkey.credential(),
                        "made", passkey.made().toString()))
                .toList();
        return Map.of("passkeys.json", passkeys);
    }
}
