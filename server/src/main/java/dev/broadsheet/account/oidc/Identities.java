package dev.broadsheet.account.oidc;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which identity at a provider is which person here. Thread-safe. */
public final class Identities implements PersonalData {
    private final Database database;
    private final Audit audit;
    private final Clock clock;

    public Identities(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of linking. */
    enum Link {
        MADE,
        /** It was theirs already. */
        KNOWN,
        /** It is somebody else's. */
        TAKEN
    }

    /** The number of the person whose identity this is, noting that it was used. */
    Optional<Long> used(Vouched vouched) {
        return database.write(transaction -> transaction.number(
                "update identity set used_at = ?, email = ? where issuer = ? and subject = ? returning person",
                clock.millis(),
                vouched.email(),
                vouched.issuer(),
                vouched.subject()));
    }

    /** Makes an identity one of somebody's. */
    Link link(Person person, Vouched vouched) {
        return database.write(transaction -> link(transaction, person, vouched));
    }

    /** The same in a transaction that does more. */
    Link link(Transaction transaction, Person person, Vouched vouched) {
        int added = transaction.execute(
                "insert into identity (issuer, subject, person, email, linked_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (issuer, subject) do nothing",
                vouched.issuer(),
                vouched.subject(),
                person.number(),
                vouched.email(),
                clock.millis());
        if (added > 0) {
            audit.add(transaction, person, "linked an identity", person.name(), vouched.issuer());
            return Link.MADE;
        }
        long owner = transaction
                .number(
                        "select person from identity where issuer = ? and subject = ?",
                        vouched.issuer(),
                        vouched.subject())
                .orElseThrow();
        return owner == person.number() ? Link.KNOWN : Link.TAKEN;
    }

    /** The person's identities, in the order in which they were linked. */
    List<Identity> of(Person person) {
        return database.read(sql -> sql.sql("select issuer, subject, email, linked_at, used_at from identity"
                        + " where person = ? order by linked_at, issuer, subject")
                .param(person.number())
                .query((row, index) -> new Identity(
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getString("email"),
                        Instant.ofEpochMilli(row.getLong("linked_at")),
                        moment(row.getLong("used_at"))))
                .list());
    }

    /** Unlinks an identity. Says whether the person had it. */
    boolean unlink(Person person, String issuer, String subject) {
        return database.write(transaction -> {
            int removed = transaction.execute(
                    "delete from identity where issuer = ? and subject = ? and person = ?",
                    issuer,
                    subject,
                    person.number());
            if (removed > 0) {
                audit.add(transaction, person, "unlinked an identity", person.name(), issuer);
            }
            return removed > 0;
        });
    }

    @Override
    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
        transaction.execute("delete from identity where person = ?", person.number());
    }

    @Override
    public Map<String, Object> export(Person person) {
        List<Map<String, String>> identities = of(person).stream()
                .map(identity -> Map.of(
                        "issuer", identity.issuer(),
                        "subject", identity.subject(),
                        "email", identity.email(),
                        "linked", identity.linked().toString()))
                .toList();
        return Map.of("identities.json", identities);
    }

    private static @Nullable Instant moment(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
