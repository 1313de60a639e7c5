package dev.broadsheet.ingest;

import static dev.broadsheet.ingest.Records.ABSTRACT;
import static dev.broadsheet.ingest.Records.arxiv;
import static dev.broadsheet.ingest.Records.doi;
import static dev.broadsheet.ingest.Records.record;
import static dev.broadsheet.ingest.Records.source;
import static dev.broadsheet.ingest.Records.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.IngestReport.Outcome;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperEvent;
import dev.broadsheet.paper.PaperId;
import dev.broadsheet.paper.PartialDate;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.Format;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import dev.broadsheet.source.types.FileSources;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an import promises on every database. */
@OnBothDatabases
class IngestTest {
    @RegisterExtension
    final TestDatabase databases;

    @TempDir
    Path folder;

    private Database database;
    private Catalogue catalogue;
    private Ingest ingest;

    IngestTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database);
        ingest = new Ingest(catalogue, folder.resolve("rejects"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private IngestReport run(String harvest, SourceRecord... records) {
        return ingest.run(source(harvest, Arrays.asList(records)), progress -> {}, () -> false);
    }

    private Paper only() {
        assertThat(catalogue.size()).isEqualTo(1);
        for (Change change : catalogue.changesAfter(0, 100)) {
            if (change instanceof Change.Described described) {
                return described.paper();
            }
        }
        throw new AssertionError("no paper");
    }

    @Test
    void anImportThatAnotherProcessTookOverStops() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String name = "2501.%05d".formatted(i);
            records.add(record(
                    "arxiv", name, titled("Paper " + i).abstractText(ABSTRACT).identifier(arxiv(name))));
        }
        IngestReport report = ingest.run(
                source("long", records),
                progress -> database.write(transaction -> transaction.execute("update claim set claimant = 'another'")),
                () -> false);
        assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.STOPPED);
        assertThat(report.counts().added()).isPositive().isLessThan(5000);
    }

    @Test
    void aFinishedHarvestIsNotReadAgainUnlessAsked() {
        SourceRecord record = record("arxiv", "2501.00001", titled("T").identifier(arxiv("2501.00001")));
        IngestReport first = run("one", record);
        assertThat(first.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(first.counts()).isEqualTo(new IngestCounts(1, 0, 0, 0));
        assertThat(run("one", record).outcome()).isEqualTo(Outcome.ALREADY_IMPORTED);
        long revision = catalogue.latestRevision();
        IngestReport again = ingest.runAgain(source("one", List.of(record)), progress -> {}, () -> false);
        assertThat(again.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(again.counts()).isEqualTo(new IngestCounts(0, 0, 1, 0));
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
    }

    @Test
    void theSameContentIsReadByOneAtATimeAndTheOtherIsTold() {
        Source content = source("one", List.of(record("csv", "x", titled("T"))));
        AtomicInteger refused = new AtomicInteger();
        ingest.run(
                content,
                progress -> {
                    assertThatThrownBy(() -> ingest.runAgain(content, more -> {}, () -> false))
                            .isInstanceOf(OperatorException.class)
                            .hasMessageContaining("is being imported already");
                    ingest.run(source("another", List.of()), more -> {}, () -> false);
                    refused.incrementAndGet();
                },
                () -> false);
        assertThat(refused.get()).isPositive();
        assertThat(ingest.run(content, progress -> {}, () -> false).outcome()).isEqualTo(Outcome.ALREADY_IMPORTED);
    }

    @Test
    void aNewVersionUpdatesThePaperAndIsNotAnnouncedAgain() {
        SourceRecord first = record(
                "arxiv",
                "2501.00001",
                titled("First title")
                        .identifier(arxiv("2501.00001"))
                        .announced(new PartialDate("2025-01-03"))
                        .versions(List.of(new Version(1, null))));
        SourceRecord second = record(
                "arxiv",
                "2501.00001",
                titled("Second title")
                        .identifier(arxiv("2501.00001"))
                        .announced(new PartialDate("2025-06-03"))
                        .versions(List.of(new Version(1, null), new Version(2, null))));
        run("one", first);
        run("two", second);
        assertThat(only().metadata().title()).isEqualTo("Second title");
        assertThat(only().metadata().announced()).isEqualTo(new PartialDate("2025-01-03"));
        long revision = catalogue.latestRevision();
        run("three", first);
        assertThat(catalogue.latestRevision())
                .as("an older file changes nothing")
                .isEqualTo(revision);
    }

    @Test
    void aSourceThatSaysSomethingElseMakesHistoryAndAnotherSourceDoesNot() {
        SourceRecord first = record(
                "arxiv",
                "2501.00001",
                titled("First title").identifier(arxiv("2501.00001")).categories(List.of("cs.LG")));
        SourceRecord moved = record(
                "arxiv",
                "2501.00001",
                titled("First title").identifier(arxiv("2501.00001")).categories(List.of("cs.CL")));
        SourceRecord feed = record(
                "arxiv-feed",
                "2501.00001",
                titled("First Title").identifier(arxiv("2501.00001")).categories(List.of("cs.AI")));
        run("feed", feed);
        run("one", first);
        assertThat(only().metadata().categories()).containsExactly("cs.LG");
        assertThat(catalogue.events(only().number())).isEmpty();
        run("two", moved);
        ingest.runAgain(source("two", List.of(moved)), progress -> {}, () -> false);
        assertThat(catalogue.events(only().number())).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(PaperEvent.Kind.CATEGORIES);
            assertThat(event.before()).isEqualTo("cs.LG");
            assertThat(event.after()).isEqualTo("cs.CL");
        });
    }

    @Test
    void aFileThatHoldsARecordTwiceChangesNothingWhenItIsReadAgain() {
        SourceRecord one = record("csv", "x", titled("One").identifier(doi("10.1000/a")));
        SourceRecord other = record("csv", "x", titled("Other").identifier(doi("10.1000/a")));
        run("file", one, other);
        long revision = catalogue.latestRevision();
        String title = only().metadata().title();
        ingest.runAgain(source("file", List.of(one, other)), progress -> {}, () -> false);
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
        assertThat(only().metadata().title()).isEqualTo(title);
    }

    @Test
    void aSeedJoinsItsFullerRecordInEitherOrder() {
        SourceRecord seed =
                record("json", "s", titled("Neural Collapse, Perturbed").abstractText(ABSTRACT));
        SourceRecord full = record(
                "arxiv",
                "2501.00001",
                titled("Neural collapse: perturbed", "Ada Lovelace")
                        .abstractText(ABSTRACT)
                        .identifier(arxiv("2501.00001")));
        run("seeds", seed);
        PaperId own = only().id();
        assertThat(own.value()).startsWith("b-");
        run("full", full);
        assertThat(only().id().value()).isEqualTo("2501.00001");
        assertThat(catalogue.find(own.value()).orElseThrow().id().value()).isEqualTo("2501.00001");
        assertThat(catalogue.sources(List.of(only().number())).get(only().number()))
                .containsExactly("arxiv", "json");

        try (Database second = databases.another()) {
            Catalogue other = new Catalogue(second);
            Ingest into = new Ingest(other, folder.resolve("rejects2"), Clock.systemUTC());
            into.run(source("full", List.of(full)), progress -> {}, () -> false);
            into.run(source("seeds", List.of(seed)), progress -> {}, () -> false);
            assertThat(other.size()).isEqualTo(1);
            assertThat(other.find(own.value()).orElseThrow().metadata()).isEqualTo(only().metadata());
        }
    }

    @Test
    void aRecordThatLinksTwoPapersMakesThemOne() {
        run("one", record("crossref", "d", titled("Printed").identifier(doi("10.1000/a"))));
        run("two", record("arxiv", "2501.00001", titled("Preprint").identifier(arxiv("2501.00001"))));
        assertThat(catalogue.size()).isEqualTo(2);
        run(
                "link",
                record("csv", "l", titled("Link").identifier(doi("10.1000/a")).identifier(arxiv("2501.00001"))));
        assertThat(only().id().value()).isEqualTo("2501.00001");
        assertThat(catalogue.find("10.1000/a").orElseThrow().number()).isEqualTo(only().number());
    }

    @Test
    void whatIsSplitStaysApart() {
        Appearance appearance = new Appearance("huggingface", LocalDate.of(2026, 8, 21), 1, 5, 0, null, null);
        SourceRecord listed = record(
                "huggingface",
                "h",
                titled("T", "Ada Lovelace").abstractText(ABSTRACT).identifier(arxiv("2501.00001")),
                appearance);
        SourceRecord registered = record(
                "arxiv",
                "2501.00001",
                titled("T", "Ada Lovelace").abstractText(ABSTRACT).identifier(arxiv("2501.00001")));
        run("one", listed, registered);
        PaperId apart = new Split(catalogue, Clock.systemUTC()).split("2501.00001", "huggingface", "h");
        assertThat(catalogue.size()).isEqualTo(2);
        assertThat(apart.value()).startsWith("b-");
        Paper rest = catalogue.find("2501.00001").orElseThrow();
        Paper split = catalogue.find(apart.value()).orElseThrow();
        assertThat(catalogue.sources(List.of(rest.number(), split.number())))
                .containsEntry(rest.number(), new TreeSet<>(List.of("arxiv")))
                .containsEntry(split.number(), new TreeSet<>(List.of("huggingface")));
        assertThat(catalogue.appearances(List.of(rest.number(), split.number())))
                .containsOnly(Map.entry(split.number(), List.of(appearance)));
        long revision = catalogue.latestRevision();
        ingest.runAgain(source("one", List.of(listed, registered)), progress -> {}, () -> false);
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
        run(
                "changed",
                record(
                        "huggingface",
                        "h",
                        titled("T", "Ada Lovelace")
                                .abstractText(ABSTRACT)
                                .synopsis("New")
                                .identifier(arxiv("2501.00001"))));
        assertThat(catalogue.size()).isEqualTo(2);
        assertThat(catalogue.find(apart.value()).orElseThrow().metadata().synopsis())
                .isEqualTo("New");
        assertThatThrownBy(() -> new Split(catalogue, Clock.systemUTC()).split(apart.value(), "huggingface", "h"))
                .isInstanceOf(OperatorException.class);
        assertThatThrownBy(() -> new Split(catalogue, Clock.systemUTC()).split("2501.00001", "csv", "none"))
                .isInstanceOf(OperatorException.class);
        assertThatThrownBy(() -> new Split(catalogue, Clock.systemUTC()).split("nowhere", "csv", "none"))
                .isInstanceOf(OperatorException.class);
    }

    @Test
    void splittingOffWhatLinkedTwoPapersPartsThemAgain() {
        run("one", record("crossref", "d", titled("Printed").identifier(doi("10.1000/a"))));
        run("two", record("arxiv", "2501.00001", titled("Preprint").identifier(arxiv("2501.00001"))));
        run(
                "link",
                record("csv", "l", titled("Link").identifier(doi("10.1000/a")).identifier(arxiv("2501.00001"))));
        PaperId apart = new Split(catalogue, Clock.systemUTC()).split("2501.00001", "csv", "l");
        assertThat(catalogue.size()).isEqualTo(3);
        assertThat(catalogue.find("10.1000/a").orElseThrow().metadata().title()).isEqualTo("Printed");
        assertThat(catalogue.find("2501.00001").orElseThrow().metadata().title())
                .isEqualTo("Preprint");
        assertThat(catalogue.find(apart.value()).orElseThrow().metadata().title())
                .isEqualTo("Link");
    }

    @Test
    @Timeout(60)
    void whatIsImportedAlreadyIsSaidWhileAnotherWrites() {
        SourceRecord record = record("arxiv", "2501.00001", titled("T").identifier(arxiv("2501.00001")));
        run("one", record);
        Outcome outcome = catalogue.write(
                writer -> CompletableFuture.supplyAsync(() -> run("one", record).outcome())
                        .join());
        assertThat(outcome).isEqualTo(Outcome.ALREADY_IMPORTED);
    }

    @Test
    void theOrderOfImportDoesNotMatter() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = "2501.0000" + i;
            String title = "Study number " + (char) ('A' + i) + " of many";
            String text = "In study " + (char) ('a' + i) + ": " + ABSTRACT;
            records.add(record(
                    "arxiv",
                    name,
                    titled(title, "Ada Lovelace", "Charles Babbage")
                            .abstractText(text)
                            .identifier(arxiv(name))
                            .announced(new PartialDate("2025-01-0" + (i + 1)))));
            records.add(record(
                    "huggingface",
                    name,
                    titled(title + "!", "A. Lovelace")
                            .abstractText("Summary")
                            .abstractNote("Not theirs")
                            .published(new PartialDate("2025-01-01"))
                            .identifier(arxiv(name)),
                    new Appearance("huggingface", LocalDate.of(2025, 2, 1), i + 1, 9 - i, i, null, null)));
            records.add(record("json", "seed" + i, titled(title).abstractText(text)));
            records.add(record(
                    "bibtex",
                    "doi:10.1000/" + i,
                    titled(title, "Lovelace, A.")
                            .published(new PartialDate("2025"))
                            .identifier(doi("10.1000/" + i))));
            records.add(record(
                    "csv",
                    "doi:10.1000/" + i,
                    titled("Other title " + i).journalReference("Notes " + i).identifier(doi("10.1000/" + i))));
        }
        // Two papers that share a DOI and a title, and one that could belong to either.
        records.add(record(
                "arxiv",
                "2502.00001",
                titled("Twin", "Some One")
                        .abstractText(ABSTRACT)
                        .identifier(arxiv("2502.00001"))
                        .identifier(doi("10.2000/x"))));
        records.add(record(
                "arxiv",
                "2502.00002",
                titled("Twin", "Some One")
                        .abstractText(ABSTRACT)
                        .identifier(arxiv("2502.00002"))
                        .identifier(doi("10.2000/x"))));
        records.add(record(
                "ris",
                "doi:10.2000/x",
                titled("Twin, printed").journalReference("Twins 2").identifier(doi("10.2000/x"))));
        records.add(record("json", "twin", titled("Twin").abstractText(ABSTRACT)));
        // Without any arXiv name.
        records.add(record(
                "csv",
                "doi:10.3000/a",
                titled("Nowhere else", "X Yz")
                        .published(new PartialDate("1999"))
                        .identifier(doi("10.3000/a"))));
        records.add(record(
                "ris",
                "r",
                titled("Nowhere else", "X. Yz")
                        .published(new PartialDate("1999-05"))
                        .abstractText("Short.")));

        // An editorial a year, and one that could be any of them.
        for (int year = 2019; year < 2022; year++) {
            String name = "10.4000/" + year;
            records.add(record(
                    "csv",
                    "doi:" + name,
                    titled("Editorial", "Jane Doe")
                            .published(new PartialDate(Integer.toString(year)))
                            .identifier(doi(name))));
        }
        records.add(record("ris", "e", titled("Editorial", "J. Doe").published(new PartialDate("2020"))));
        // Another a year, none with a name of its own.
        for (int year = 2011; year < 2018; year++) {
            records.add(record(
                    "json",
                    "foreword" + year,
                    titled("Foreword", "Jane Doe").published(new PartialDate(Integer.toString(year)))));
        }

        Map<String, String> expected = null;
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            try (Database own = databases.another()) {
                Catalogue shuffled = new Catalogue(own);
                Ingest into = new Ingest(shuffled, folder.resolve("none"), Clock.systemUTC());
                Collections.shuffle(records, random);
                int cut = random.nextInt(records.size());
                into.run(source("first", List.copyOf(records.subList(0, cut))), progress -> {}, () -> false);
                into.run(
                        source("rest", List.copyOf(records.subList(cut, records.size()))), progress -> {}, () -> false);
                Map<String, String> state = state(shuffled);
                if (expected == null) {
                    expected = state;
                    assertThat(expected).hasSize(6 + 2 + 1 + 3 + 4);
                }
                assertThat(state).as("seed %d, round %d", seed, round).containsExactlyEntriesOf(expected);
            }
        }
    }

    /** Every paper by its address, with all that is known of it but what tells of order and time. */
    static Map<String, String> state(Catalogue catalogue) {
        Map<String, String> state = new TreeMap<>();
        for (Change change : catalogue.changesAfter(0, Integer.MAX_VALUE)) {
            if (change instanceof Change.Described described) {
                Paper paper = described.paper();
                long number = paper.number();
                state.put(
                        paper.id().value(),
                        paper.metadata() + " "
                                + catalogue.appearances(List.of(number)).get(number) + " "
                                + catalogue.sources(List.of(number)).get(number));
            }
        }
        return state;
    }

    @Test
    void chaptersThatCarryTheIdentifierOfTheirBookDoNotReplaceEachOther() throws IOException {
        Path file = Files.writeString(folder.resolve("book.bib"), """
                @incollection{a, title = {On Engines}, author = {Ada Lovelace}, doi = {10.1000/book}}
                @incollection{b, title = {On Looms}, author = {Charles Babbage}, doi = {10.1000/book}}
                """);
        Source bibliography = FileSources.open(file, Format.AUTO);
        ingest.run(bibliography, progress -> {}, () -> false);
        Paper book = catalogue.find("10.1000/book").orElseThrow();
        long revision = catalogue.latestRevision();
        ingest.runAgain(bibliography, progress -> {}, () -> false);
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
        // Whichever the paper is called after, the other one is there too.
        List<String> kept = database.read(jdbc -> jdbc.sql(
                        "select coalesce(r.body, p.metadata) from source_record r join paper p on p.number = r.paper")
                .query(String.class)
                .list());
        assertThat(kept)
                .hasSize(2)
                .anyMatch(body -> body.contains("On Engines") && body.contains("Ada Lovelace"))
                .anyMatch(body -> body.contains("On Looms") && body.contains("Charles Babbage"));
        assertThat(book.metadata().title()).isIn("On Engines", "On Looms");
    }

    @Test
    void textThatNoDatabaseTakesIsCleaned() throws IOException {
        Path file = Files.writeString(
                folder.resolve("hostile.jsonl"),
                "{\"title\":\"A\\u0000B\",\"abstract\":\"\\ud800 \\u0007x\"}\n{\"title\":\"broken\\u0000\n");
        IngestReport report = ingest.run(FileSources.open(file, Format.AUTO), progress -> {}, () -> false);
        assertThat(report.counts()).isEqualTo(new IngestCounts(1, 0, 0, 1));
    }

    @Test
    void rejectsAreWrittenWithPlaceAndReason() throws IOException {
        Path file = Files.writeString(
                folder.resolve("papers.jsonl"), "{\"title\":\"Good\"}\n{\"title\":\n{\"abstract\":\"x\"}\n");
        IngestReport report = ingest.run(FileSources.open(file, Format.AUTO), progress -> {}, () -> false);
        assertThat(report.counts()).isEqualTo(new IngestCounts(1, 0, 0, 2));
        Path rejects = report.rejects();
        if (rejects == null) {
            throw new AssertionError("no file of rejects");
        }
        assertThat(rejects.getFileName().toString()).startsWith("papers.jsonl");
        assertThat(Files.readAllLines(rejects))
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "\"file\":\"papers.jsonl\"",
                        "\"place\":\"line 2\"",
                        "\"reason\":\"no valid JSON",
                        "\"raw\":\"{");
        assertThat(ingest.runAgain(FileSources.open(file, Format.AUTO), progress -> {}, () -> false)
                        .rejects())
                .isEqualTo(rejects);
        assertThat(Files.readAllLines(rejects)).hasSize(2);
    }

    @Test
    void aStoppedImportGoesOnWhereItStopped() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            String name = "2501.%05d".formatted(i);
            records.add(record("arxiv", name, titled("Paper " + i).identifier(arxiv(name))));
        }
        List<IngestProgress> heard = new ArrayList<>();
        IngestReport stopped = ingest.run(source("long", records), heard::add, () -> !heard.isEmpty());
        assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(stopped.counts().records()).isBetween(1L, 2499L).isEqualTo(catalogue.size());
        IngestReport rest = ingest.run(source("long", records), heard::add, () -> false);
        assertThat(rest.counts()).isEqualTo(new IngestCounts(2500, 0, 0, 0));
        assertThat(catalogue.latestRevision()).isEqualTo(2500);
        assertThat(heard.getLast().done()).isEqualTo(2500);
        assertThat(heard.getLast().total()).isEqualTo(2500);
    }

    @Test
    void aFileThatBreaksOffKeepsWhatCameBeforeAndIsNotFinished() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            text.append("{\"title\":\"T %d %d\"}%n".formatted(i, random.nextLong()));
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        IngestReport report = ingest.run(FileSources.open(file, Format.AUTO), progress -> {}, () -> false);
        assertThat(report.outcome()).isEqualTo(Outcome.BROKEN_OFF);
        assertThat(report.problem()).contains("breaks off");
        assertThat(catalogue.size())
                .isBetween(1L, 2999L)
                .isEqualTo(report.counts().added());
        long revision = catalogue.latestRevision();
        assertThat(ingest.run(FileSources.open(file, Format.AUTO), progress -> {}, () -> false)
                        .outcome())
                .isEqualTo(Outcome.BROKEN_OFF);
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
    }
}
