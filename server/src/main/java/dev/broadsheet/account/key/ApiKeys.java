package dev.broadsheet.account.key;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.KeyHolder;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.PersonalData;
import dev.broadsheet.account.Scope;
import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.installation.Digest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * People's API keys. A key is shown once, to whoever makes it; the database has its digest, so that none can be taken
 * from a copy of the database. Thread-safe.
 */
public final class ApiKeys implements PersonalData {
    /** What every key begins with, so that it is known for one: by us, and by those who look for lost keys. */
    public static final String PREFIX = "bsk_";

    /** So many keys one person may have. */
    static final int MOST = 50;

    /** The time of use is written down no more often than this. */
    private static final Duration USE_NOTED = Duration.ofMinutes(5);

    private static final int RANDOM_BYTES = 32;
    private static final int DIGEST_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Counter NUMBERS = new Counter("api_key");

    private final Database database;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    public ApiKeys(Database database, People people, Audit audit, Clock clock) {
        this.database = database;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why no key was made. */
    enum Obstacle {
        NAME_TAKEN,
        TOO_MANY
    }

    /**
     * What came of making a key.
     *
     * @param key the key itself, which nobody can be shown again; null where there is an obstacle
     */
    record Outcome(@Nullable String key, @Nullable Obstacle obstacle) {}

    /** Makes a key. */
    Outcome make(Person person, String name, Set<Scope> scopes, Instant expires) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return database.write(transaction -> {
            List<String> names = transaction.list(
                    "select name from api_key where person = ?", (row, index) -> row.getString(1), person.number());
            if (names.contains(name)) {
                return new Outcome(null, Obstacle.NAME_TAKEN);
            }
            if (names.size() >= MOST) {
                return new Outcome(null, Obstacle.TOO_MANY);
            }
            long number = NUMBERS.next(transaction);
            transaction.execute(
                    "insert into api_key (number, token, person, name, scopes, made_at, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    number,
                    digest(key),
                    person.number(),
                    name,
                    ApiKey.stored(scopes),
                    clock.millis(),
                    expires.toEpochMilli());
            audit.add(transaction, person, "made an API key", name, "number " + number + ": " + ApiKey.stored(scopes));
            return new Outcome(key, null);
        });
    }

    /** The person's keys, the newest first; also those that have expired. */
    List<ApiKey> of(Person person) {
        return database.read(
                sql -> sql.sql("select " + ApiKey.COLUMNS + " from api_key where person = ?" + " order by number desc")
                        .param(person.number())
                        .query((row, index) -> ApiKey.of(row))
                        .list());
    }

    /** Ends a key at once. Says whether the person had it. */
    boolean revoke(Person person, long number) {
        return database.write(transaction -> {
            Optional<String> name = transaction.text(
                    "delete from api_key where number = ? and person = ? returning name", number, person.number());
            name.ifPresent(it -> audit.add(transaction, person, "revoked an API key", it, "number " + number));
            return name.isPresent();
        });
    }

    /** Ends all keys of somebody, in this transaction: whoever knew a password that was lost may have made some. */
    public void revokeAll(Transaction transaction, Person person) {
        List<String> names = transaction.list(
                "select name from api_key where person = ? order by number",
                (row, index) -> row.getString(1),
                person.number());
        transaction.execute("delete from api_key where person = ?", person.number());
        names.forEach(name -> audit.add(transaction, person, "revoked an API key", name, "with a new password"));
    }

    /** Who holds this key; empty if it is unknown, expired or revoked, or its person is gone. */
    public Optional<KeyHolder> holder(String key) {
        String token = digest(key);
        long now = clock.millis();
        Optional<Held> held = database.read(sql -> sql.sql(
                        "select person, scopes, used_at from api_key where token = ? and expires_at > ?")
                .params(token, now)
                // What has never been used reads as zero, which is long ago.
                .query((row, index) ->
                        new Held(row.getLong("person"), ApiKey.scopes(row.getString("scopes")), row.getLong("used_at")))
                .optional());
        Optional<KeyHolder> holder = held.flatMap(it -> people.byNumber(it.person())
                .filter(person -> person.state() != Person.State.GONE)
                .map(person -> new KeyHolder(person, it.scopes())));
        if (holder.isPresent() && held.orElseThrow().used() < now - USE_NOTED.toMillis()) {
            database.write(
                    transaction -> transaction.execute("update api_key set used_at = ? where token = ?", now, token));
        }
        return holder;
    }

    private record Held(long person, Set<Scope> scopes, long used) {}

    @Override
    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
        transaction.execute("delete from api_key where person = ?", person.number());
    }

    @Override
    public Map<String, Object> export(Person person) {
        return Map.of(
                "api-keys.json", of(person).stream().map(ApiKeys::exported).toList());
    }

    private static Map<String, Object> exported(ApiKey key) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "name", key.name(),
                "scopes", key.words(),
                "made", key.made().toString(),
                "expires", key.expires().toString()));
        values.put("used", Objects.toString(key.used(), ""));
        return values;
    }

    private static String digest(String key) {
        return Digest.hex(key, DIGEST_BYTES);
    }
}
