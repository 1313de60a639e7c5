package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.account.Links.Link;
import dev.broadsheet.account.Links.Purpose;
import dev.broadsheet.account.Membership.Newcomer;
import dev.broadsheet.account.Membership.Obstacle;
import dev.broadsheet.account.Membership.Outcome;
import dev.broadsheet.account.key.ApiKeys;
import dev.broadsheet.database.Database;
import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.mail.MailQueue;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One-time links, and the accounts, addresses and passwords that come of them, as they are stored. */
@OnBothDatabases
class LinksTest {
    @RegisterExtension
    final TestDatabase databases;

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC);
    private final SiteAddress address = SiteAddress.read(SettingsReader.of(Map.of(), new ArrayList<>()));
    private Database database;
    private Links links;
    private Logins logins;
    private Membership membership;

    LinksTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        links = new Links(database, clock, address);
        logins = new Logins(database);
        membership = new Membership(
                database,
                clock,
                logins,
                links,
                new Quotas(clock),
                new Letters("Broadsheet", address),
                new MailQueue(database, clock),
                new ApiKeys(database, new People(database, clock), new Audit(clock), clock));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewerFormOfAPasswordReplacesNoOtherPassword() {
        Person mira = new People(database, clock).add("mira", "", Role.MEMBER);
        database.write(transaction -> {
            logins.setPassword(transaction, mira.number(), "set since");
            logins.renewPassword(transaction, mira.number(), "read before", "read before, renewed");
            return true;
        });
        assertThat(logins.of("mira").orElseThrow().password()).isEqualTo("set since");

        database.write(transaction -> {
            logins.renewPassword(transaction, mira.number(), "set since", "set since, renewed");
            return true;
        });
        assertThat(logins.of("mira").orElseThrow().password()).isEqualTo("set since, renewed");
    }

    private String invitation() {
        String link =
                database.write(transaction -> links.make(transaction, Purpose.INVITATION, null, Role.CURATOR, null));
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static Newcomer newcomer(String name) {
        return new Newcomer(name, "", "", "{noop}secret");
    }

    private List<String> tokens() {
        return database.read(sql ->
                sql.sql("select token from one_time_link").query(String.class).list());
    }

    @Test
    void aLinkIsStoredAsADigestAndGoodUntilItsTime() {
        String token = invitation();

        assertThat(tokens()).containsExactly(Token.digest(token)).doesNotContain(token);
        assertThat(links.find(token))
                .contains(new Link(
                        Purpose.INVITATION,
                        null,
                        null,
                        Role.CURATOR,
                        clock.instant().plus(Duration.ofDays(14))));
        Links later = new Links(database, Clock.offset(clock, Duration.ofDays(14)), address);
        assertThat(later.find(token)).isEmpty();
        database.write(transaction -> later.use(transaction, token));
        assertThat(tokens()).hasSize(1);
        database.write(transaction -> {
            later.removeExpired(transaction);
            return true;
        });
        assertThat(tokens()).isEmpty();
    }

    @Test
    void ofManyWhoFollowALinkAtOnceOneGetsAnAccount() throws Exception {
        for (int round = 0; round < 5; round++) {
            String token = invitation();
            List<Future<Outcome>> outcomes = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (int i = 0; i < 8; i++) {
                    Newcomer newcomer = newcomer("nils-" + round + "-" + i);
                    outcomes.add(threads.submit(() -> membership.join(token, newcomer)));
                }
            }
            int joined = 0;
            for (Future<Outcome> outcome : outcomes) {
                joined += outcome.get().person() == null ? 0 : 1;
            }
            assertThat(joined).isOne();
        }
    }

    @Test
    void ofManyWhoWantOneNameOneGetsIt() throws Exception {
        List<Future<Outcome>> outcomes = new ArrayList<>();
        List<String> invitations = List.of(invitation(), invitation(), invitation(), invitation());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            invitations.forEach(token -> outcomes.add(threads.submit(() -> membership.join(token, newcomer("nils")))));
        }
        int refused = 0;
        for (Future<Outcome> outcome : outcomes) {
            refused += outcome.get().obstacle() == Obstacle.NAME_TAKEN ? 1 : 0;
        }
        assertThat(refused).isEqualTo(3);
        assertThat(tokens()).as("links of those who can choose another name").hasSize(3);
    }

    @Test
    void anAddressIsConfirmedOnce() {
        Person mira = new People(database, clock).add("mira", "", Role.MEMBER);
        String link = database.write(
                transaction -> links.make(transaction, Purpose.CONFIRM_EMAIL, mira.number(), "mira@example.org", null));
        String token = link.substring(link.lastIndexOf('/') + 1);

        assertThat(membership.confirmEmail(token).person()).isEqualTo(mira);
        assertThat(logins.of("MIRA@example.org").map(Logins.Login::person)).contains(mira);
        assertThat(membership.confirmEmail(token).obstacle()).isEqualTo(Obstacle.LINK_USED);
    }

    @Test
    void whatIsOverIsRemoved() {
        Person mira = new People(database, clock).add("mira", "", Role.MEMBER);
        Sessions sessions = new Sessions(database, clock);
        sessions.begin(mira, "192.0.2.1", "x".repeat(1000));
        new KnownBrowsers(database, clock).remember(mira);
        assertThat(sessions.of(mira)).hasSize(1);
        assertThat(sessions.of(mira).getFirst().agent()).hasSize(200);

        Clock year = Clock.offset(clock, Duration.ofDays(366));
        database.write(transaction -> {
            new Sessions(database, year).removeExpired(transaction);
            new KnownBrowsers(database, year).removeExpired(transaction);
            return true;
        });
        assertThat(database.<Integer>read(
                        sql -> sql.sql("select (select count(*) from session) + (select count(*) from known_browser)")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }
}
