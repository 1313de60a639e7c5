package dev.broadsheet.account.oidc;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How identities are kept. */
@OnBothDatabases
class IdentitiesTest {
    private static final Vouched AT_UNIVERSITY =
            new Vouched("https://university.example", "m", "mira@university.example", true, "", "");
    private static final Vouched AT_REGISTER = new Vouched("https://register.example", "m", "", false, "", "");

    @RegisterExtension
    final TestDatabase databases;

    private final Clock clock = new MovableClock("2026-08-22T12:00:00Z").in(ZoneOffset.UTC);
    private Database database;
    private People people;
    private Identities identities;
    private Person mira;
    private Person otto;

    IdentitiesTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        people = new People(database, clock);
        identities = new Identities(database, new Audit(clock), clock);
        mira = people.add("mira", "", Role.MEMBER);
        otto = people.add("otto", "", Role.MEMBER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anIdentityIsOnePersons() {
        assertThat(identities.link(mira, AT_UNIVERSITY)).isEqualTo(Identities.Link.MADE);
        assertThat(identities.link(mira, AT_UNIVERSITY)).isEqualTo(Identities.Link.KNOWN);
        assertThat(identities.link(otto, AT_UNIVERSITY)).isEqualTo(Identities.Link.TAKEN);
        assertThat(identities.link(otto, AT_REGISTER)).as("of another provider").isEqualTo(Identities.Link.MADE);
        assertThat(identities.used(AT_UNIVERSITY)).contains(mira.number());
        assertThat(identities.used(AT_REGISTER)).contains(otto.number());
    }

    @Test
    void ofManyWhoLinkItAtOnceOneGetsIt() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Identities.Link>> links = List.of(
                    () -> identities.link(mira, AT_UNIVERSITY),
                    () -> identities.link(otto, AT_UNIVERSITY),
                    () -> identities.link(mira, AT_UNIVERSITY),
                    () -> identities.link(otto, AT_UNIVERSITY));
            List<Identities.Link> outcomes =
                    threads.invokeAll(links).stream().map(Future::resultNow).toList();
            assertThat(outcomes).containsOnlyOnce(Identities.Link.MADE);
        }
    }

    @Test
    void onlyItsPersonUnlinksIt() {
        identities.link(mira, AT_UNIVERSITY);

        assertThat(identities.unlink(otto, AT_UNIVERSITY.issuer(), AT_UNIVERSITY.subject()))
                .isFalse();
        assertThat(identities.unlink(mira, AT_UNIVERSITY.issuer(), AT_UNIVERSITY.subject()))
                .isTrue();
        assertThat(identities.used(AT_UNIVERSITY)).isEmpty();
        assertThat(identities.of(mira)).isEmpty();
    }

    @Test
    void theWaysInAreCounted() {
        identities.link(mira, AT_UNIVERSITY);
        assertThat(people.waysToSignIn(mira)).isEqualTo(1);

        identities.link(mira, AT_REGISTER);
        assertThat(people.waysToSignIn(mira)).isEqualTo(2);

        identities.unlink(mira, AT_REGISTER.issuer(), AT_REGISTER.subject());
        database.write(transaction ->
                transaction.execute("update person set password = 'some' where number = ?", mira.number()));
        assertThat(people.waysToSignIn(mira)).isEqualTo(2);
    }

    @Test
    void whoLeavesTakesTheirIdentitiesAlong() {
        identities.link(mira, AT_UNIVERSITY);
        assertThat(identities.export(mira).toString()).contains("mira@university.example");

        database.write(transaction -> {
            identities.deleted(transaction, mira, false);
            return true;
        });

        assertThat(identities.used(AT_UNIVERSITY)).isEmpty();
        assertThat(identities.link(otto, AT_UNIVERSITY)).isEqualTo(Identities.Link.MADE);
    }
}
