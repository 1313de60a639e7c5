package dev.broadsheet.account.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.KeyHolder;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Scope;
import dev.broadsheet.database.Database;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How keys are kept. */
@OnBothDatabases
class ApiKeysTest {
    private static final Instant NEXT_YEAR = Instant.parse("2027-08-22T00:00:00Z");

    @RegisterExtension
    final TestDatabase databases;

    private final MovableClock time = new MovableClock("2026-08-22T12:00:00Z");
    private Database database;
    private ApiKeys keys;
    private Person mira;
    private Person otto;

    ApiKeysTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        Clock clock = time.in(ZoneOffset.UTC);
        People people = new People(database, clock);
        keys = new ApiKeys(database, people, new Audit(clock), clock);
        mira = people.add("mira", "Mira", Role.MEMBER);
        otto = people.add("otto", "", Role.MEMBER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aKeyTellsItsPersonAndWhatItMayDo() {
        String key = made(mira, "notebook", Scope.VOTE, Scope.READ);

        assertThat(keys.holder(key)).contains(new KeyHolder(mira, Set.of(Scope.READ, Scope.VOTE)));
        assertThat(key).matches("bsk_[A-Za-z0-9_-]{43}").isNotEqualTo(made(mira, "another", Scope.READ));
    }

    @Test
    void theDatabaseHoldsNoKey() {
        String key = made(mira, "notebook", Scope.READ);

        List<String> row = database.read(sql -> sql.sql("select * from api_key")
                .query((columns, index) -> columns.getString("token") + columns.getString("name"))
                .list());
        assertThat(row).singleElement().asString().doesNotContain(key.substring(4));
        assertThat(keys.export(mira).toString()).contains("notebook").doesNotContain(key.substring(4));
    }

    @Test
    void whatIsNoKeyHoldsNothing() {
        String key = made(mira, "notebook", Scope.READ);

        assertThat(List.of("", "bsk_", key + "x", key.substring(0, key.length() - 1), key.toLowerCase()))
                .allSatisfy(other -> assertThat(keys.holder(other)).isEmpty());
    }

    @Test
    void aKeyEndsWhenItExpiresOrIsRevoked() {
        Outcomes made = new Outcomes(made(mira, "first", Scope.READ), made(mira, "second", Scope.READ));
        long second = keys.of(mira).getFirst().number();

        assertThat(keys.revoke(otto, second)).as("by somebody else").isFalse();
        assertThat(keys.holder(made.second())).isPresent();
        assertThat(keys.revoke(mira, second)).isTrue();
        assertThat(keys.revoke(mira, second)).as("once more").isFalse();
        assertThat(keys.holder(made.second())).isEmpty();
        assertThat(keys.holder(made.first())).isPresent();

        time.set("2027-08-22T00:00:01Z");
        assertThat(keys.holder(made.first())).isEmpty();
    }

    @Test
    void oneNamesOnesKeysApart() {
        made(mira, "notebook", Scope.READ);

        assertThat(keys.make(mira, "notebook", Set.of(Scope.READ), NEXT_YEAR).obstacle())
                .isEqualTo(ApiKeys.Obstacle.NAME_TAKEN);
        assertThat(keys.make(otto, "notebook", Set.of(Scope.READ), NEXT_YEAR).obstacle())
                .isNull();
        assertThat(keys.of(mira)).hasSize(1);
    }

    @Test
    void nobodyHasKeysWithoutEnd() {
        for (int i = 0; i < ApiKeys.MOST; i++) {
            made(mira, "key " + i, Scope.READ);
        }

        assertThat(keys.make(mira, "one more", Set.of(Scope.READ), NEXT_YEAR).obstacle())
                .isEqualTo(ApiKeys.Obstacle.TOO_MANY);
    }

    @Test
    void theUseOfAKeyIsNotedEveryFewMinutes() {
        String key = made(mira, "notebook", Scope.READ);
        assertThat(keys.of(mira).getFirst().used()).isNull();

        keys.holder(key);
        Instant first = keys.of(mira).getFirst().used();
        assertThat(first).isNotNull();
        time.set("2026-08-22T12:04:00Z");
        keys.holder(key);
        assertThat(keys.of(mira).getFirst().used()).isEqualTo(first);
        time.set("2026-08-22T12:10:00Z");
        keys.holder(key);
        assertThat(keys.of(mira).getFirst().used()).isAfter(first);
    }

    @Test
    void whoLeavesTakesTheirKeysAlong() {
        String key = made(mira, "notebook", Scope.READ);
        String other = made(otto, "notebook", Scope.READ);

        database.write(transaction -> {
            keys.deleted(transaction, mira, true);
            return true;
        });

        assertThat(keys.holder(key)).isEmpty();
        assertThat(keys.holder(other)).isPresent();
    }

    @Test
    void allKeysOfSomebodyEndTogetherAndThatIsWrittenDown() {
        String key = made(mira, "notebook", Scope.READ);
        String other = made(otto, "notebook", Scope.READ);

        database.write(transaction -> {
            keys.revokeAll(transaction, mira);
            return true;
        });

        assertThat(keys.holder(key)).isEmpty();
        assertThat(keys.holder(other)).isPresent();
        List<String> entries = database.read(
                sql -> sql.sql("select subject || ': ' || details from audit where action = 'revoked an API key'")
                        .query(String.class)
                        .list());
        assertThat(entries).containsExactly("notebook: with a new password");
    }

    @Test
    void whatWasDoneWithKeysIsWrittenDown() {
        made(mira, "notebook", Scope.READ);
        keys.revoke(mira, keys.of(mira).getFirst().number());

        List<String> entries =
                database.read(sql -> sql.sql("select action || ': ' || subject from audit order by number")
                        .query(String.class)
                        .list());
        assertThat(entries).containsExactly("made an API key: notebook", "revoked an API key: notebook");
    }

    private record Outcomes(String first, String second) {}

    private String made(Person person, String name, Scope... scopes) {
        ApiKeys.Outcome outcome = keys.make(person, name, Set.of(scopes), NEXT_YEAR);
        assertThat(outcome.obstacle()).isNull();
        return Objects.requireNonNull(outcome.key());
    }
}
