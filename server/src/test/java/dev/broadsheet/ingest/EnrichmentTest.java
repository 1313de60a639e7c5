package dev.broadsheet.ingest;

import static dev.broadsheet.ingest.Records.arxiv;
import static dev.broadsheet.ingest.Records.doi;
import static dev.broadsheet.ingest.Records.record;
import static dev.broadsheet.ingest.Records.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.MetadataBuilder;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What enrichment promises. */
@OnBothDatabases
class EnrichmentTest {
    private static final Instant NOW = Instant.parse("2026-09-10T12:00:00Z");

    @RegisterExtension
    final TestDatabase databases;

    @TempDir
    Path folder;

    private Database database;
    private Catalogue catalogue;
    private Ingest ingest;
    private Enrichment enrichment;
    private final StandingClock clock = new StandingClock(NOW);
    private final ScriptedLiveSource source = new ScriptedLiveSource();

    EnrichmentTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database);
        ingest = new Ingest(catalogue, folder.resolve("rejects"), clock);
        enrichment = new Enrichment(ingest, database, clock);
        source.knows = List.of(Scheme.ARXIV);
        // Knows nobody.
        answering(name -> "no such paper");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** One step of a script for each name. */
    private void answering(Function<String, Object> step) {
        source.records = names -> Optional.of(
                new ScriptedSource("records", names.stream().map(step).toList()));
    }

    private void run() {
        enrichment.run(source, () -> false);
    }

    private void wait(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("rejects"))) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private void here(SourceRecord... records) {
        ingest.run(Records.source("import " + records[0].name(), List.of(records)), progress -> {}, () -> false);
    }

    private static SourceRecord arxivPaper(String name) {
        return record("arxiv", name, paperOf(name));
    }

    private static SourceRecord arxivPaper(String name, String day) {
        return record("arxiv", name, paperOf(name).published(new PartialDate(day)));
    }

    private static MetadataBuilder paperOf(String name) {
        return titled("Paper " + name, "Ada Lovelace").identifier(arxiv(name));
    }

    private static SourceRecord known(String name, MetadataBuilder metadata) {
        return record(ScriptedLiveSource.NAME, name, metadata.identifier(arxiv(name)));
    }

    private Metadata paper(String address) {
        return catalogue.find(address).orElseThrow().metadata();
    }

    @Test
    void aDoiThatWasFoundLeadsToThePaper() {
        here(arxivPaper("2609.00001"));
        answering(name -> known(
                name,
                titled("Paper " + name)
                        .identifier(doi("10.1000/a"))
                        .journalReference("Notes 7")
                        .link(new Link(Link.Kind.CODE, "https://example.org/code", 12))));
        run();
        assertThat(source.asked).containsExactly(List.of("2609.00001"));
        assertThat(catalogue.find("10.1000/a"))
                .isEqualTo(catalogue.find("2609.00001"))
                .isPresent();
        assertThat(paper("2609.00001").journalReference()).isEqualTo("Notes 7");
        assertThat(paper("2609.00001").links())
                .containsExactly(new Link(Link.Kind.CODE, "https://example.org/code", 12));
        assertThat(catalogue.size()).isEqualTo(1);
    }

    @Test
    void aRetractionThatIsHeardOfLaterWithdrawsThePaper() {
        here(arxivPaper("2609.00001"));
        // Both ways, because the one or the other may come first by chance of its content.
        for (boolean retracted : new boolean[] {false, true, false, true}) {
            answering(name -> known(name, titled("Paper " + name).withdrawn(retracted)));
            run();
            assertThat(paper("2609.00001").withdrawn()).isEqualTo(retracted);
            wait(Duration.ofDays(7));
        }
    }

    @Test
    void theLastCountOfStarsStands() {
        here(arxivPaper("2609.00001"));
        for (int stars : new int[] {5, 9, 7, 100, 3}) {
            answering(name -> known(
                    name, titled("Paper " + name).link(new Link(Link.Kind.CODE, "https://example.org/code", stars))));
            run();
            assertThat(paper("2609.00001").links().getFirst().stars()).isEqualTo(stars);
            wait(Duration.ofDays(7));
        }
    }

    @Test
    void aPaperThatNobodyKnowsIsAskedForAgainAfterAWeek() {
        here(arxivPaper("2609.00001"));
        run();
        wait(Duration.ofDays(7).minusSeconds(1));
        run();
        assertThat(source.asked).hasSize(1);
        wait(Duration.ofSeconds(1));
        run();
        assertThat(source.asked).hasSize(2);
    }

    @Test
    void anOldPaperIsLeftInPeace() {
        here(arxivPaper("2609.00001", "2026-09-01"), arxivPaper("1901.00001", "2019-01-01"));
        run();
        assertThat(source.asked).containsExactly(List.of("2609.00001", "1901.00001"));
        wait(Duration.ofDays(31));
        run();
        assertThat(source.asked.getLast()).containsExactly("2609.00001");
        wait(Duration.ofDays(31));
        run();
        assertThat(source.asked).hasSize(2);
    }

    @Test
    void theNewestAreAskedForFirstAndNotTooManyAtOnce() {
        here(IntStream.range(0, Enrichment.MOST + 5)
                .mapToObj(i -> arxivPaper("2608.%05d".formatted(i), "2026-08-" + (10 + i % 20)))
                .toArray(SourceRecord[]::new));
        run();
        run();
        run();
        assertThat(source.asked).hasSize(2);
        assertThat(source.asked.getFirst()).hasSize(Enrichment.MOST);
        assertThat(source.asked.get(1)).hasSize(5).allMatch(name -> Integer.parseInt(name.substring(5)) % 20 == 0);
        List<Integer> days = source.asked.getFirst().stream()
                .map(name -> Integer.parseInt(name.substring(5)) % 20)
                .toList();
        assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void eachSourceIsAskedByTheIdentifierThatItKnowsBest() {
        here(
                record(
                        "arxiv",
                        "1",
                        titled("One").identifier(arxiv("2609.00001")).identifier(doi("10.1000/a"))),
                record("crossref", "2", titled("Two").identifier(doi("10.1000/b"))),
                record("json", "3", titled("Three")));
        source.knows = List.of(Scheme.DOI, Scheme.ARXIV);
        run();
        assertThat(source.asked.getFirst()).containsExactlyInAnyOrder("10.1000/a", "10.1000/b");
        source.asked.clear();
        wait(Duration.ofDays(7));
        source.knows = List.of(Scheme.ARXIV);
        run();
        assertThat(source.asked.getFirst()).containsExactly("2609.00001");
    }

    @Test
    void whoKnowsNoIdentifierIsNotAsked() {
        here(arxivPaper("2609.00001"));
        source.knows = List.of();
        run();
        assertThat(source.asked).isEmpty();
    }

    @Test
    void whatCameBeforeTheTroubleIsKept() {
        here(
                arxivPaper("2609.00003", "2026-09-03"),
                arxivPaper("2609.00002", "2026-09-02"),
                arxivPaper("2609.00001", "2026-09-01"));
        answering(name -> name.equals("2609.00003")
                ? known(name, titled("Paper " + name).journalReference("Notes 7"))
                : new IOException("the service is out of order"));
        run();
        assertThat(paper("2609.00003").journalReference()).isEqualTo("Notes 7");
        answering(name -> known(name, titled("Paper " + name).journalReference("Notes 8")));
        run();
        // Where it broke off it gets a day's rest, lest it holds up what is behind.
        assertThat(source.asked.getLast()).containsExactly("2609.00001");
        wait(Duration.ofDays(1));
        run();
        assertThat(source.asked.getLast()).containsExactly("2609.00002");
        assertThat(paper("2609.00002").journalReference()).isEqualTo("Notes 8");
    }

    @Test
    void aMistakeInTheReaderHarmsNobody() {
        here(arxivPaper("2609.00002", "2026-09-02"), arxivPaper("2609.00001", "2026-09-01"));
        answering(name -> new IllegalStateException("a fault that the test wants"));
        run();
        run();
        assertThat(source.asked).containsExactly(List.of("2609.00002", "2609.00001"), List.of("2609.00001"));
    }

    @Test
    void aSourceWithoutSingleRecordsIsNoTrouble() {
        here(arxivPaper("2609.00001"));
        source.records = names -> Optional.empty();
        run();
        assertThat(source.asked).hasSize(1);
    }

    @Test
    @Timeout(60)
    void aSourceThatDoesNotAnswerEndsWithTheStopAndLeavesRoomForOthers() throws InterruptedException {
        here(arxivPaper("2609.00001"));
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch stop = new CountDownLatch(1);
        answering(name -> (Runnable) () -> {
            hanging.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread thread = Thread.ofPlatform().start(() -> enrichment.run(source, () -> stop.getCount() == 0));
        hanging.await();
        here(arxivPaper("2609.00002"));
        assertThat(catalogue.find("2609.00002")).isPresent();
        stop.countDown();
        thread.join();
        answering(name -> "no such paper");
        run();
        assertThat(source.asked.getLast()).contains("2609.00001");
    }

    @Test
    void nothingIsAddedThatNobodyAskedFor() {
        here(arxivPaper("2609.00001"));
        answering(name -> known("2609.77777", titled("Quite another paper")));
        run();
        assertThat(catalogue.size()).isEqualTo(1);
        assertThat(catalogue.find("2609.77777")).isEmpty();
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        here(arxivPaper("2609.00001"));
        List<String> before = files();
        enrichment.run(source, () -> true);
        run();
        answering(name -> new IOException("the service is out of order"));
        wait(Duration.ofDays(7));
        run();
        assertThat(source.asked).hasSize(3);
        assertThat(files()).isEqualTo(before);
        int harvests = database.read(sql -> sql.sql("select count(*) from harvest_cursor where source is not null")
                .query((row, index) -> row.getInt(1))
                .single());
        assertThat(harvests).isZero();
    }
}
