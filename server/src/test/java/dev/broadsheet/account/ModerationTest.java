package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.database.Database;
import dev.broadsheet.database.Transaction;
import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.mail.MailQueue;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.SiteAddress;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnBothDatabases
class ModerationTest {
    @RegisterExtension
    final TestDatabase databases;

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC);
    private final List<String> told = new ArrayList<>();
    private Database database;
    private Moderation moderation;
    private Person admin;
    private Person moderator;
    private Person member;

    ModerationTest(TestDatabase databases) {
        this.databases = databases;
    }

    /** A room that writes down what it is told. */
    private final PersonalData room = new PersonalData() {
        @Override
        public void standingChanged(Transaction transaction, Person person) {
            told.add(person.name() + " is " + person.role().word() + " and " + person.state());
        }

        @Override
        public void deleted(Transaction transaction, Person person, boolean wordsStay) {
            told.add(person.name() + " leaves" + (wordsStay ? ", words stay" : ""));
        }

        @Override
        public Map<String, Object> export(Person person) {
            return Map.of();
        }
    };

    @BeforeEach
    void open() {
        database = databases.connect();
        moderation = new Moderation(
                database,
                clock,
                SiteAddress.read(SettingsReader.of(Map.of(), new ArrayList<>())),
                "Broadsheet",
                new MailQueue(database, clock),
                () -> List.of(room));
        admin = moderation.create(null, "ada", "", "", Role.ADMIN);
        moderator = moderation.create(admin, "mo", "", "", Role.MODERATOR);
        member = moderation.create(null, "mira", "Mira", "mira@example.org", Role.MEMBER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> audit() {
        return database.read(sql -> sql.sql("select coalesce(person.name, 'the program') || ' ' || action || ' ' ||"
                        + " subject || ': ' || details as line from audit"
                        + " left join person on person.number = audit.person order by audit.number")
                .query(String.class)
                .list());
    }

    @Test
    void whatIsDoneToAccountsIsToldToTheRoomsAndWrittenDown() {
        moderation.changeRole(admin, member.number(), Role.CURATOR);
        assertThat(moderation.suspend(moderator, member.number(), "spam").state())
                .isEqualTo(Person.State.SUSPENDED);
        moderation.reinstate(moderator, member.number());

        assertThat(told)
                .containsExactly(
                        "mira is curator and ACTIVE", "mira is curator and SUSPENDED", "mira is curator and ACTIVE");
        assertThat(audit())
                .containsExactly(
                        "the program made the account ada: as admin",
                        "ada made the account mo: as moderator",
                        "the program made the account mira: as member",
                        "ada changed the role of mira: member to curator",
                        "mo suspended mira: spam",
                        "mo reinstated mira: ");
    }

    @Test
    void nobodyActsAboveTheirRole() {
        Person other = moderation.create(null, "max", "", "", Role.MODERATOR);
        List<Runnable> forbidden = List.of(
                () -> moderation.changeRole(moderator, member.number(), Role.CURATOR),
                () -> moderation.changeRole(member, member.number(), Role.ADMIN),
                () -> moderation.suspend(moderator, other.number(), "rival"),
                () -> moderation.suspend(moderator, admin.number(), "rival"),
                () -> moderation.suspend(member, moderator.number(), "rival"),
                () -> moderation.resetLink(moderator, admin.number()),
                () -> moderation.resetLink(moderator, member.number()),
                () -> moderation.signInLink(moderator, admin.number()),
                () -> moderation.invite(moderator, Role.ADMIN, ""),
                () -> moderation.invite(moderator, Role.MODERATOR, ""),
                () -> moderation.invite(member, Role.READER, ""),
                () -> moderation.create(moderator, "eve", "", "", Role.ADMIN));

        assertThat(forbidden).allSatisfy(act -> assertThatThrownBy(act::run).isInstanceOf(Refusal.class));
        assertThat(told).isEmpty();
        assertThat(moderation.invite(moderator, Role.CURATOR, "")).isPresent();
    }

    @Test
    void whoIsSuspendedDoesNotModerate() {
        Person suspended = moderation.suspend(admin, moderator.number(), "asleep");
        assertThatThrownBy(() -> moderation.suspend(suspended, member.number(), "spam"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theLastAdminStays() {
        assertThatThrownBy(() -> moderation.changeRole(null, admin.number(), Role.MEMBER))
                .hasMessageContaining("The last admin stays");
        assertThatThrownBy(() -> moderation.suspend(null, admin.number(), "x")).hasMessageContaining("The last admin");
        assertThatThrownBy(() -> moderation.delete(admin, true)).hasMessageContaining("The last admin");
        assertThat(told).isEmpty();
    }

    @Test
    void twoAdminsWhoDemoteOneAnotherLeaveOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            Person other = moderation.create(null, "admin" + round, "", "", Role.ADMIN);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<Person>> done = List.of(
                        threads.submit(() -> moderation.changeRole(null, admin.number(), Role.MEMBER)),
                        threads.submit(() -> moderation.changeRole(null, other.number(), Role.MEMBER)));
                int failed = 0;
                for (Future<Person> one : done) {
                    try {
                        one.get();
                    } catch (java.util.concurrent.ExecutionException e) {
                        failed++;
                    }
                }
                assertThat(failed).isOne();
            }
            moderation.changeRole(null, admin.number(), Role.ADMIN);
            if (moderation.list("", 100).stream()
                    .anyMatch(one -> one.person().number() == other.number()
                            && one.person().role() == Role.ADMIN)) {
                moderation.changeRole(null, other.number(), Role.MEMBER);
            }
        }
    }

    @Test
    void whoLeavesIsToldToTheRoomsFirst() {
        moderation.delete(member, true);
        assertThat(told).containsExactly("mira leaves, words stay");
        assertThat(moderation.list("", 10))
                .extracting(one -> one.person().name())
                .containsExactly("ada", "mo");
        assertThatThrownBy(() -> moderation.suspend(null, member.number(), "late"))
                .hasMessageContaining("no such account");
        assertThatThrownBy(() -> moderation.delete(member, true)).hasMessageContaining("no such account");
    }

    @Test
    void aRoomThatFailsKeepsThePersonAsTheyWere() {
        Moderation failing = new Moderation(
                database,
                clock,
                SiteAddress.read(SettingsReader.of(Map.of(), new ArrayList<>())),
                "Broadsheet",
                new MailQueue(database, clock),
                () -> List.of(new PersonalData() {
                    @Override
                    public void deleted(Transaction transaction, Person person, boolean wordsStay) {
                        throw new IllegalStateException("not now");
                    }

                    @Override
                    public Map<String, Object> export(Person person) {
                        return Map.of();
                    }
                }));
        assertThatThrownBy(() -> failing.delete(member, false)).hasMessageContaining("not now");
        assertThat(new People(database, clock).byName("mira")).isPresent();
    }

    @Test
    void namesAndAddressesBelongToOnePerson() {
        assertThatThrownBy(() -> moderation.create(null, "MIRA", "", "", Role.MEMBER))
                .hasMessageContaining("Somebody has that name");
        assertThatThrownBy(() -> moderation.create(null, "nils", "", "Mira@example.org", Role.MEMBER))
                .hasMessageContaining("or that address");
        assertThatThrownBy(() -> moderation.create(null, "no spaces", "", "", Role.MEMBER))
                .hasMessageContaining("2 to 30 letters");
        assertThatThrownBy(() -> moderation.create(null, "nils", "", "nobody", Role.MEMBER))
                .hasMessageContaining("not an e-mail address");
    }

    private static Optional<Duration> take(Database database, Quotas quotas, String subject) {
        Quotas.Quota twice = new Quotas.Quota("test", 2, Duration.ofHours(1));
        return database.write(transaction -> quotas.take(transaction, twice, subject));
    }

    @Test
    void quotasAreSharedByServersAndEndByThemselves() {
        Quotas quotas = new Quotas(clock);
        try (Database other = databases.connect()) {
            assertThat(take(database, quotas, "a")).isEmpty();
            assertThat(take(other, quotas, " A ")).isEmpty();
            assertThat(take(database, quotas, "a")).contains(Duration.ofHours(1));
            assertThat(take(database, quotas, "b")).isEmpty();
        }
        Quotas later = new Quotas(Clock.offset(clock, Duration.ofHours(1)));
        assertThat(take(database, later, "a")).isEmpty();
        database.write(transaction -> {
            new Quotas(Clock.offset(clock, Duration.ofHours(26))).removeOld(transaction);
            return true;
        });
        assertThat(database.<Integer>read(sql -> sql.sql("select count(*) from quota")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }
}
