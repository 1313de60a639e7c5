package dev.broadsheet.authorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.authorship.Claim.Proof;
import dev.broadsheet.authorship.Claim.State;
import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.Records;
import dev.broadsheet.ingest.Split;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class AuthorshipTest {
    private static final String MIRA = "Mira Oduya";
    private static final String TOMAS = "Tomas Rehn";

    @RegisterExtension
    final TestDatabase databases;

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC);

    private Database database;
    private Catalogue catalogue;
    private People people;
    private Authorship authorship;
    private Paper paper;
    private Person mira;
    private Person tomas;
    private Person curator;

    AuthorshipTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database, Authorship.PAPERS);
        people = new People(database, clock);
        authorship = new Authorship(catalogue, people, clock);
        paper = add("Tides", Author.named(MIRA), Author.named(TOMAS));
        mira = people.add("mira", MIRA, Role.MEMBER);
        tomas = people.add("tomas", TOMAS, Role.MEMBER);
        curator = people.add("cleo", "", Role.CURATOR);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aClaimWaitsForACuratorWhoConfirmsIt() {
        Claim claim = authorship.claim(mira, paper, MIRA);

        assertThat(claim.state()).isEqualTo(State.CLAIMED);
        assertThat(isAuthor(mira)).isFalse();
        assertThat(authorship.waiting(10)).containsExactly(claim);
        assertThat(authorship.status().getFirst().words()).isEqualTo("1 claim waits for a curator");

        Claim confirmed = authorship.confirm(curator, paper, mira).orElseThrow();

        assertThat(confirmed)
                .isEqualTo(new Claim(
                        paper.number(),
                        mira.number(),
                        State.CONFIRMED,
                        MIRA,
                        claim.at(),
                        Proof.CURATOR,
                        clock.instant(),
                        curator.number(),
                        ""));
        assertThat(isAuthor(mira)).isTrue();
        assertThat(isAuthor(tomas)).isFalse();
        assertThat(authorship.authors(List.of(paper.number(), 1_000L)))
                .isEqualTo(Map.of(paper.number(), Set.of(mira.number())));
        assertThat(authorship.papersOf(mira.number())).containsExactly(paper.number());
        assertThat(authorship.waiting(10)).isEmpty();
        assertThat(authorship.status()).isEmpty();
        assertThat(authorship.claimOf(mira.number(), paper.number())).contains(confirmed);
        assertThat(audit())
                .containsExactly(
                        "cleo confirmed mira as an author of " + paper.id().value());
    }

    @Test
    void aRefusedClaimKeepsItsReasonAndIsNotMadeAgain() {
        authorship.claim(mira, paper, MIRA);
        authorship.refuse(curator, paper, mira, "Another person of that name");

        Claim again = authorship.claim(mira, paper, MIRA);

        assertThat(again.state()).isEqualTo(State.REFUSED);
        assertThat(again.reason()).isEqualTo("Another person of that name");
        assertThat(authorship.withdraw(mira, paper)).isFalse();
        assertThat(authorship.waiting()).isZero();
        assertThat(authorship.decided(10)).containsExactly(again);
        assertThat(authorship.confirm(curator, paper, mira).orElseThrow().reason())
                .as("of who thinks better of it")
                .isEmpty();
        assertThat(isAuthor(mira)).isTrue();
    }

    @Test
    void whatIsConfirmedCanBeWithdrawnByThePersonAndTakenAwayByACurator() {
        authorship.claim(mira, paper, MIRA);
        authorship.confirm(curator, paper, mira);

        assertThat(authorship.withdraw(mira, paper)).isTrue();
        assertThat(isAuthor(mira)).isFalse();
        assertThat(authorship.withdraw(mira, paper)).isFalse();
        assertThat(authorship.confirm(curator, paper, mira))
                .as("gone meanwhile")
                .isEmpty();

        authorship.claim(mira, paper, MIRA);
        authorship.confirm(curator, paper, mira);
        authorship.refuse(curator, paper, mira, "It was another");
        assertThat(isAuthor(mira)).isFalse();
    }

    @Test
    void onlyAnAuthorOfThePaperCanBeClaimed() {
        assertThatThrownBy(() -> authorship.claim(mira, paper, "Nobody"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nothing was claimed");
        assertThat(authorship.waiting()).isZero();
    }

    @Test
    void onlySoManyClaimsOfOnePersonWait() {
        for (int i = 0; i < Authorship.MOST_WAITING; i++) {
            authorship.claim(mira, add("Study " + i, Author.named(MIRA)), MIRA);
        }

        assertThatThrownBy(() -> authorship.claim(mira, paper, MIRA)).hasMessageContaining("Too many claims wait");
        assertThat(authorship.claim(tomas, paper, TOMAS).state()).isEqualTo(State.CLAIMED);
        assertThat(authorship.waiting()).isEqualTo(Authorship.MOST_WAITING + 1);
    }

    @Test
    void theAddressThatTheSourceGivesConfirmsAtOnce() {
        email(mira, "mira@tidewater.example", true);
        Paper published = add("Waves", withAffiliation(MIRA, "Tidewater. Electronic address: Mira@Tidewater.example."));

        Claim claim = authorship.claim(mira, published, MIRA);

        assertThat(claim.state()).isEqualTo(State.CONFIRMED);
        assertThat(claim.proof()).isEqualTo(Proof.EMAIL);
        assertThat(claim.decidedBy()).isNull();
        assertThat(audit())
                .containsExactly(
                        "mira was confirmed as an author of " + published.id().value());
    }

    @Test
    void anAddressProvesNothingWhereItMayBeAnothers() {
        email(mira, "mira@tidewater.example", false);
        Paper own = add("Waves", withAffiliation(MIRA, "mira@tidewater.example"));
        assertThat(authorship.claim(mira, own, MIRA).state())
                .as("not confirmed")
                .isEqualTo(State.CLAIMED);

        email(mira, "mira@tidewater.example", true);
        for (Paper other : List.of(
                add("A", withAffiliation(MIRA, "o'mira@tidewater.example")),
                add("B", withAffiliation(MIRA, "mira@tidewater.example.org")),
                add("C", withAffiliation(MIRA, "mira@tidewater.example; tomas@tidewater.example")),
                add("D", withAffiliation(TOMAS, "mira@tidewater.example"), Author.named(MIRA)),
                add("E", withAffiliation(MIRA, "mira@tidewater.example"), Author.named(MIRA)),
                add(
                        "F",
                        withAffiliation(MIRA, "mira@tidewater.example"),
                        withAffiliation(TOMAS, "mira@tidewater.example")))) {
            assertThat(authorship.claim(mira, other, MIRA).state())
                    .as(other.metadata().title())
                    .isEqualTo(State.CLAIMED);
        }
        assertThat(authorship.claim(mira, own, MIRA).state())
                .as("once more, with the address confirmed")
                .isEqualTo(State.CONFIRMED);
    }

    @Test
    void theOrcidByWhichSomebodySignsInConfirmsAtOnce() {
        String hers = "0000-0002-1825-0097";
        Paper published = add("Waves", new Author(MIRA, hers, List.of("mira@tidewater.example")));
        email(mira, "mira@tidewater.example", true);
        identity(mira, "https://elsewhere.example", hers);
        identity(tomas, "https://orcid.org", "0000-0001-5109-3700");

        assertThat(authorship.claim(tomas, published, MIRA).state())
                .as("another's")
                .isEqualTo(State.CLAIMED);
        assertThat(authorship.claim(mira, published, MIRA).proof())
                .as("another provider may call people anything")
                .isEqualTo(Proof.EMAIL);
        authorship.withdraw(mira, published);
        identity(mira, "https://orcid.org", hers);
        assertThat(authorship.claim(mira, published, MIRA).proof()).isEqualTo(Proof.ORCID);
    }

    @Test
    void anAddressDoesNotConfirmWhomTheSourceGivesAnotherOrcid() {
        Paper published = add("Waves", new Author(MIRA, "0000-0002-1825-0097", List.of("lab@tidewater.example")));
        email(mira, "lab@tidewater.example", true);
        identity(mira, "https://orcid.org", "0000-0001-5109-3700");

        assertThat(authorship.claim(mira, published, MIRA).state()).isEqualTo(State.CLAIMED);
    }

    @Test
    void whereSomebodyElseIsConfirmedACuratorIsToLook() {
        Paper published = add("Waves", withAffiliation(MIRA, "mira@tidewater.example"));
        authorship.claim(tomas, published, MIRA);
        authorship.confirm(curator, published, tomas);
        email(mira, "mira@tidewater.example", true);

        assertThat(authorship.claim(mira, published, MIRA).state()).isEqualTo(State.CLAIMED);
    }

    @Test
    void listenersAreToldInTheSameTransactionOfWhoBecomesAnAuthorAndWhoIsOneNoLonger() {
        List<String> told = new ArrayList<>();
        authorship.tell((transaction, changed, person) ->
                told.add(changed + " " + authorship.isAuthor(transaction.sql(), person, changed)));
        String number = String.valueOf(paper.number());

        authorship.claim(mira, paper, MIRA);
        assertThat(told).isEmpty();
        authorship.confirm(curator, paper, mira);
        authorship.confirm(curator, paper, mira);
        assertThat(told).containsExactly(number + " true");
        authorship.withdraw(mira, paper);
        assertThat(told).containsExactly(number + " true", number + " false");
        authorship.claim(mira, paper, MIRA);
        authorship.refuse(curator, paper, mira, "no");
        assertThat(told).hasSize(2);
        authorship.confirm(curator, paper, mira);
        authorship.refuse(curator, paper, mira, "no");
        assertThat(told).hasSize(4).endsWith(number + " true", number + " false");
    }

    @Test
    void whatAListenerCannotDoIsNotDoneAtAll() {
        authorship.claim(mira, paper, MIRA);
        authorship.tell((transaction, changed, person) -> {
            throw new IllegalStateException("votes cannot be counted");
        });

        assertThatThrownBy(() -> authorship.confirm(curator, paper, mira)).hasMessage("votes cannot be counted");

        assertThat(isAuthor(mira)).isFalse();
        assertThat(authorship.waiting()).isEqualTo(1);
        assertThat(audit()).isEmpty();
    }

    @Test
    void aMergeKeepsWhatWasDecidedInTheAuthorsFavour() {
        Paper other = add("Tides, again", Author.named(MIRA), Author.named(TOMAS));
        authorship.claim(mira, paper, MIRA);
        authorship.confirm(curator, paper, mira);
        authorship.claim(mira, other, MIRA);
        authorship.refuse(curator, other, mira, "Which Mira?");
        authorship.claim(tomas, paper, TOMAS);

        merge(paper, other);

        assertThat(authorship.authors(List.of(other.number())))
                .isEqualTo(Map.of(other.number(), Set.of(mira.number())));
        assertThat(authorship
                        .claimOf(mira.number(), other.number())
                        .orElseThrow()
                        .state())
                .isEqualTo(State.CONFIRMED);
        assertThat(authorship.claimsOf(mira.number(), 10)).hasSize(1);
        assertThat(authorship.waiting(10)).extracting(Claim::person).containsExactly(tomas.number());
        assertThat(authorship.papersOf(mira.number())).containsExactly(other.number());
        authorship.confirm(curator, paper, tomas);
        assertThat(authorship.papersOf(tomas.number()))
                .as("decided by the name of the paper that is gone")
                .containsExactly(other.number());
        authorship.withdraw(mira, other);
        assertThat(authorship.claimOf(mira.number(), other.number())).isEmpty();
    }

    @Test
    void aClaimThatWaitsBesideAConfirmedOneWaitsNoLonger() {
        Paper other = add("Tides, again", Author.named(MIRA));
        authorship.claim(mira, paper, MIRA);
        authorship.confirm(curator, paper, mira);
        authorship.claim(mira, other, MIRA);

        merge(other, paper);

        assertThat(authorship.waiting(10)).isEmpty();
        assertThat(authorship.waiting()).isZero();
        assertThat(isAuthor(mira)).isTrue();
    }

    @Test
    void aSplitLeavesTheClaimWithThePaperThatKeepsTheNumber(@TempDir Path folder) {
        MetadataBuilder tides = Records.titled("Tides of News", MIRA)
                .abstractText(Records.ABSTRACT)
                .identifier(Records.arxiv("2608.00001"));
        new Ingest(catalogue, folder, clock)
                .run(
                        Records.source(
                                "file",
                                List.of(
                                        Records.record("huggingface", "h", tides),
                                        Records.record("arxiv", "2608.00001", tides))),
                        progress -> {},
                        () -> false);
        Paper both = catalogue.find("2608.00001").orElseThrow();
        authorship.claim(mira, both, MIRA);
        authorship.confirm(curator, both, mira);

        PaperId apart = new Split(catalogue, clock).split("2608.00001", "huggingface", "h");

        assertThat(authorship.papersOf(mira.number())).containsExactly(both.number());
        Paper other = catalogue.find(apart.value()).orElseThrow();
        assertThat(authorship.claimOf(mira.number(), other.number())).isEmpty();
        assertThat(authorship.claim(mira, other, MIRA).state())
                .as("claimed for itself")
                .isEqualTo(State.CLAIMED);
    }

    @Test
    void whileCuratorsDecideAndThePersonWithdrawsThereIsOneOutcome() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 20; round++) {
                authorship.claim(mira, paper, MIRA);
                List<Future<?>> all = List.of(
                        threads.submit(() -> authorship.confirm(curator, paper, mira)),
                        threads.submit(() -> authorship.refuse(curator, paper, mira, "no")),
                        threads.submit(() -> authorship.claim(mira, paper, MIRA)),
                        threads.submit(() -> authorship.withdraw(mira, paper)));
                for (Future<?> one : all) {
                    one.get();
                }
                assertThat(rows()).as("round %d", round).isLessThanOrEqualTo(1);
                // A refused claim would stay for good.
                authorship.confirm(curator, paper, mira);
                authorship.withdraw(mira, paper);
            }
        }
    }

    @Test
    void whoDeletesTheirAccountTakesTheirClaimsAlong() {
        authorship.claim(mira, paper, MIRA);
        authorship.confirm(curator, paper, mira);
        authorship.claim(tomas, paper, TOMAS);

        Map<String, Object> exported = authorship.personalData().export(mira);
        database.write(transaction -> {
            authorship.personalData().deleted(transaction, mira, true);
            return 0;
        });

        assertThat(exported.get("authorship.json"))
                .asString()
                .contains(paper.id().value(), MIRA, "confirmed", "curator", "2026-08-22T12:00:00Z")
                .doesNotContain(TOMAS);
        assertThat(authorship.claimsOf(mira.number(), 10)).isEmpty();
        assertThat(authorship.claimsOf(tomas.number(), 10)).hasSize(1);
        assertThat(authorship.personalData().export(mira)).containsEntry("authorship.json", List.of());
    }

    private boolean isAuthor(Person person) {
        return database.read(sql -> authorship.isAuthor(sql, person.number(), paper.number()));
    }

    private long rows() {
        return database.read(sql ->
                sql.sql("select count(*) from authorship").query(Long.class).single());
    }

    private Paper add(String title, Author... authors) {
        long number = catalogue.write(writer ->
                writer.add(Metadata.titled(title).authors(List.of(authors)).build(), clock.instant()));
        return catalogue.papers(List.of(number)).getFirst();
    }

    private void merge(Paper gone, Paper survivor) {
        catalogue.write(writer -> {
            writer.merge(gone.number(), survivor.number());
            return 0;
        });
    }

    private static Author withAffiliation(String name, String affiliation) {
        return new Author(name, null, List.of(affiliation));
    }

    private void email(Person person, String address, boolean confirmed) {
        database.write(transaction -> transaction.execute(
                "update person set email = ?, email_confirmed_at = ? where number = ?",
                address,
                confirmed ? clock.millis() : null,
                person.number()));
    }

    private void identity(Person person, String issuer, String subject) {
        database.write(transaction -> transaction.execute(
                "insert into identity (issuer, subject, person, email, linked_at) values (?, ?, ?, '', ?)",
                issuer,
                subject,
                person.number(),
                clock.millis()));
    }

    private List<String> audit() {
        return database.read(sql -> sql.sql("select name || ' ' || action || ' ' || subject from audit"
                        + " join person on person.number = audit.person order by audit.number")
                .query(String.class)
                .list());
    }
}
