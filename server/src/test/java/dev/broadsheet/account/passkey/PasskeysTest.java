package dev.broadsheet.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Audit;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How passkeys are kept. */
@OnBothDatabases
class PasskeysTest {
    @RegisterExtension
    final TestDatabase databases;

    private final Clock clock = new MovableClock("2026-08-22T12:00:00Z").in(ZoneOffset.UTC);
    private Database database;
    private Passkeys passkeys;
    private Person mira;
    private Person otto;

    PasskeysTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        People people = new People(database, clock);
        passkeys = new Passkeys(database, new Audit(clock), clock);
        mira = people.add("mira", "", Role.MEMBER);
        otto = people.add("otto", "", Role.MEMBER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPasskeyIsFoundAsItWasAdded() {
        Passkey phone = passkey(mira, "id-1", "phone");

        assertThat(passkeys.add(mira, phone)).isTrue();

        assertThat(passkeys.byCredential("id-1")).contains(phone);
        assertThat(passkeys.of(mira)).containsExactly(phone);
        assertThat(passkeys.of(otto)).isEmpty();
        assertThat(passkeys.byCredential("id-2")).isEmpty();
    }

    @Test
    void noTwoHaveOneIdAndNoTwoOfOnePersonOneName() {
        passkeys.add(mira, passkey(mira, "id-1", "phone"));

        assertThat(passkeys.add(otto, passkey(otto, "id-1", "laptop")))
                .as("of somebody else")
                .isFalse();
        assertThat(passkeys.add(mira, passkey(mira, "id-2", "phone"))).isFalse();
        assertThat(passkeys.add(otto, passkey(otto, "id-2", "phone"))).isTrue();
    }

    @Test
    void ofTwoThatSignWithOneCountOneIsRefused() {
        Passkey phone = passkey(mira, "id-1", "phone");
        passkeys.add(mira, phone);

        assertThat(passkeys.used(phone, 8, true, true)).isTrue();
        assertThat(passkeys.used(phone, 8, true, true)).isFalse();

        Passkey now = passkeys.byCredential("id-1").orElseThrow();
        assertThat(now.signCount()).isEqualTo(8);
        assertThat(now.userVerified()).isTrue();
        assertThat(now.backedUp()).isTrue();
        assertThat(now.used()).isNotNull();
    }

    @Test
    void onlyItsPersonRemovesIt() {
        passkeys.add(mira, passkey(mira, "id-1", "phone"));

        assertThat(passkeys.remove(otto, "id-1")).isFalse();
        assertThat(passkeys.remove(mira, "id-1")).isTrue();
        assertThat(passkeys.remove(mira, "id-1")).isFalse();
    }

    @Test
    void whoLeavesTakesTheirPasskeysAlong() {
        passkeys.add(mira, passkey(mira, "id-1", "phone"));
        passkeys.add(otto, passkey(otto, "id-2", "phone"));
        assertThat(passkeys.export(mira).toString()).contains("phone").doesNotContain("id-2");

        database.write(transaction -> {
            passkeys.deleted(transaction, mira, false);
            return true;
        });

        assertThat(passkeys.byCredential("id-1")).isEmpty();
        assertThat(passkeys.byCredential("id-2")).isPresent();
    }

    private static Passkey passkey(Person person, String id, String name) {
        return new Passkey(
                id,
                person.number(),
                name,
                "key",
                7,
                false,
                true,
                false,
                List.of("hybrid", "internal"),
                Instant.parse("2026-08-22T12:00:00Z"),
                null);
    }
}
