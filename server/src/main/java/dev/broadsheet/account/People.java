package dev.broadsheet.account;

import dev.broadsheet.database.Counter;
import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up people, for other rooms, and adds them. Thread-safe. */
public final class People {
    static final String COLUMNS = "number, name, full_name, role, joined_at, suspended_at, gone_at";
    static final RowMapper<Person> PERSON = (row, index) -> person(row);

    private static final Counter NUMBERS = new Counter("person");
    private static final String ORCID = "https://orcid.org";

    private final Database database;
    private final Clock clock;

    public People(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds somebody, who has no password and no address yet.
     *
     * @param name the user name, whose form has been checked
     * @throws DuplicateKeyException if somebody has that name
     */
    public Person add(String name, String fullName, Role role) {
        return database.write(transaction -> add(transaction, name, fullName, role));
    }

    Person add(Transaction transaction, String name, String fullName, Role role) {
        Logins.requireFree(transaction, name.toLowerCase(Locale.ROOT), 0);
        Person person = new Person(
                NUMBERS.next(transaction),
                name.toLowerCase(Locale.ROOT),
                fullName,
                role,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Person.State.ACTIVE);
        transaction
                .sql()
                .sql("insert into person (number, name, full_name, role, shows, joined_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        person.number(),
                        person.name(),
                        person.fullName(),
                        role.word(),
                        Shown.words(Shown.USUAL),
                        person.joined().toEpochMilli())
                .update();
        return person;
    }

    /** The person of this number, also one who is gone. */
    public Optional<Person> byNumber(long number) {
        return database.read(sql -> sql.sql("select " + COLUMNS + " from person where number = ?")
                .param(number)
                .query(PERSON)
                .optional());
    }

    /**
     * For a room that writes what somebody does: the person as they are, kept so until the transaction ends. Who
     * suspends them meanwhile, or deletes their account, waits and then finds what was written. To be called before
     * {@code catalogue.hold}.
     */
    public Optional<Person> hold(Transaction transaction, long number) {
        return transaction.first(
                "select " + COLUMNS + " from person where number = ?" + (transaction.isAlone() ? "" : " for share"),
                PERSON,
                number);
    }

    /** The person of this user name, in any case of letters; nobody who is gone. */
    public Optional<Person> byName(String name) {
        return database.read(sql -> sql.sql("select " + COLUMNS + " from person where name = ? and gone_at is null")
                .param(name.toLowerCase(Locale.ROOT))
                .query(PERSON)
                .optional());
    }

    /** The people of these numbers, by number; those that do not exist are missing. */
    public Map<Long, Person> byNumbers(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        List<Person> found =
                database.read(sql -> sql.sql("select " + COLUMNS + " from person where number in (:numbers)")
                        .param("numbers", List.copyOf(numbers))
                        .query(PERSON)
                        .list());
        Map<Long, Person> people = new HashMap<>();
        found.forEach(person -> people.put(person.number(), person));
        return people;
    }

    /** What somebody has proved of themselves. */
    public ProvenNames proven(JdbcClient sql, long number) {
        String email = sql.sql("select email from person where number = ? and email_confirmed_at is not null")
                .param(number)
                .query(String.class)
                .optional()
                .orElse(null);
        // ORCID's own provider calls people by their iD.
        String orcid = sql.sql(
                        "select subject from identity where person = ? and issuer = ? order by linked_at limit 1")
                .params(number, ORCID)
                .query(String.class)
                .optional()
                .orElse(null);
        return new ProvenNames(email, orcid);
    }

    /** In how many ways somebody can sign in: by a password, by passkeys, by identities elsewhere. */
    public int waysToSignIn(Person person) {
        return database.read(sql -> sql.sql("select (select count(*) from identity where person = :person)"
                        + " + (select count(*) from passkey where person = :person)"
                        + " + (select count(*) from person where number = :person and password is not null)")
                .param("person", person.number())
                .query(Integer.class)
                .single());
    }

    /**
     * Those who are here, by user name; neither who is suspended nor who is gone.
     *
     * @param text that the user name or the full name holds, in any case of letters; empty for all
     * @param offset how many to leave out
     */
    public List<Person> search(String text, int offset, int limit) {
        String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return database.read(sql -> sql.sql("select " + COLUMNS + " from person"
                        + " where suspended_at is null and gone_at is null"
                        + " and (name like :pattern escape '!' or lower(full_name) like :pattern escape '!')"
                        + " order by name limit :limit offset :offset")
                .param("pattern", pattern)
                .param("limit", limit)
                .param("offset", offset)
                .query(PERSON)
                .list());
    }

    /** Those who may do now what needs this role; neither who is suspended nor who is gone. */
    public List<Person> thoseWhoMay(Role needed) {
        List<String> roles = Stream.of(Role.values())
                .filter(role -> role.includes(needed))
                .map(Role::word)
                .toList();
        return database.read(sql -> sql.sql("select " + COLUMNS + " from person"
                        + " where suspended_at is null and gone_at is null and role in (:roles) order by number")
                .param("roles", roles)
                .query(PERSON)
                .list());
    }

    /** Those of these people who let others see something; nobody who is suspended or gone. */
    public Set<Long> showing(Collection<Long> numbers, Shown what) {
        return shown(numbers).entrySet().stream()
                .filter(person -> person.getValue().contains(what))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What each of these people lets others see, by number; nothing of those who are suspended or gone. */
    public Map<Long, Set<Shown>> shown(Collection<Long> numbers) {
        Map<Long, Set<Shown>> shown = new HashMap<>();
        numbers.forEach(number -> shown.put(number, Set.of()));
        if (!numbers.isEmpty()) {
            database.read(sql -> {
                sql.sql("select number, shows from person"
                                + " where number in (:numbers) and suspended_at is null and gone_at is null")
                        .param("numbers", List.copyOf(numbers))
                        .query(row -> {
                            shown.put(row.getLong("number"), Shown.of(row.getString("shows")));
                        });
                return shown;
            });
        }
        return shown;
    }

    static Person person(ResultSet row) throws SQLException {
        row.getLong("gone_at");
        boolean gone = !row.wasNull();
        row.getLong("suspended_at");
        boolean suspended = !row.wasNull();
        return new Person(
                row.getLong("number"),
                row.getString("name"),
                row.getString("full_name"),
                Role.of(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("joined_at")),
                gone ? Person.State.GONE : suspended ? Person.State.SUSPENDED : Person.State.ACTIVE);
    }
}
