package dev.broadsheet.ingest;

import static dev.broadsheet.ingest.ScriptedLiveSource.FIRST;
import static dev.broadsheet.ingest.ScriptedLiveSource.NAME;
import static dev.broadsheet.ingest.ScriptedLiveSource.SECOND;
import static dev.broadsheet.ingest.ScriptedLiveSource.announced;
import static dev.broadsheet.ingest.ScriptedLiveSource.noon;
import static dev.broadsheet.ingest.ScriptedLiveSource.paper;
import static dev.broadsheet.ingest.ScriptedLiveSource.settledOn;
import static dev.broadsheet.ingest.ScriptedLiveSource.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Version;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @TempDir
    Path folder;

    private Database database;
    private Catalogue catalogue;
    private Ledger ledger;
    private Sync sync;
    private final ScriptedLiveSource source = new ScriptedLiveSource();
    private final StandingClock clock = new StandingClock(noon(TUESDAY));

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("catalogue.db"));
        catalogue = new Catalogue(database);
        ledger = new Ledger(database, clock);
        sync = new Sync(new Ingest(catalogue, folder.resolve("rejects"), clock), ledger, database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SyncReport run() {
        return sync.run(source, MONDAY, MONDAY, false, (title, progress) -> {}, () -> false);
    }

    private SyncReport dryRun() {
        return sync.run(source, MONDAY, MONDAY, true, (title, progress) -> {}, () -> false);
    }

    private void changes(Object... script) {
        source.changes = (from, until) -> List.of(new ScriptedSource("changes " + from + " " + until, script));
    }

    private void latest(Object... script) {
        source.latest = () -> List.of(new ScriptedSource("feed", script));
    }

    private void records(SourceRecord... known) {
        source.records = names -> Optional.of(new ScriptedSource(
                "single records",
                names.stream()
                        .map(name -> Stream.of(known)
                                .filter(record -> record.name().equals(name))
                                .findFirst()
                                .<Object>map(record -> record)
                                .orElse(name))
                        .toList()));
    }

    private static LedgerDay first(SyncReport report) {
        return report.days().getFirst();
    }

    @Test
    void aRunReadsWhatIsNewThenWhatChangedAndReports() {
        latest(announced(FIRST, MONDAY, "one"), paper(NAME + "-feed", "one"), tally(FIRST, MONDAY, 1));
        changes(paper("one"), "broken record", tally(FIRST, MONDAY, null, "harvest", settledOn(MONDAY)));
        List<String> titles = new ArrayList<>();
        SyncReport report =
                sync.run(source, MONDAY, MONDAY, false, (title, progress) -> titles.add(title), () -> false);
        assertThat(titles).containsExactly("feed", "changes " + MONDAY + " " + MONDAY);
        assertThat(report.outcome()).isEqualTo(SyncRun.Outcome.FINISHED);
        assertThat(report.counts()).isEqualTo(new IngestCounts(1, 1, 0, 1));
        assertThat(report.announced()).isEqualTo(1);
        assertThat(report.absent()).isZero();
        assertThat(report.days()).hasSize(2);
        assertThat(first(report).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(source.asked).isEmpty();
        assertThat(ledger.lastRun(NAME))
                .contains(new SyncRun(noon(TUESDAY), noon(TUESDAY), SyncRun.Outcome.FINISHED, null, 1));
    }

    @Test
    void runningAgainChangesNothing() {
        latest(announced(FIRST, MONDAY, "one"), announced(FIRST, MONDAY, "two"), tally(FIRST, MONDAY, 2));
        changes(paper("one"));
        records(paper("two"));
        SyncReport report = run();
        long revision = catalogue.latestRevision();
        SyncReport again = run();
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
        assertThat(again.days()).isEqualTo(report.days());
        assertThat(again.counts()).isEqualTo(new IngestCounts(0, 0, 1, 0));
    }

    @Test
    void whatASourceSaysLaterStands() {
        for (String text : List.of("first", "second", "a third", "x")) {
            SourceRecord one = paper("one");
            Metadata said = one.metadata().toBuilder().abstractText(text).build();
            changes(new SourceRecord(one.source(), one.name(), said, List.of()));
            run();
            assertThat(catalogue.papers(List.of(1L)).getFirst().metadata().abstractText())
                    .isEqualTo(text);
        }
    }

    @Test
    void aBrokenStepLeavesTheOthersTheirWork() {
        latest(
                announced(FIRST, MONDAY, "one"),
                new IOException("the answer ends in the middle"),
                tally(FIRST, MONDAY, 1));
        source.changes = (from, until) -> List.of(
                new ScriptedSource("mistaken", new IllegalArgumentException("a mistake in the program")),
                new ScriptedSource("good", paper("one")));
        SyncReport report = run();
        assertThat(report.outcome()).isEqualTo(SyncRun.Outcome.BROKEN_OFF);
        assertThat(report.problems()).hasSize(2);
        assertThat(report.problems().getFirst()).isEqualTo("feed: the answer ends in the middle");
        assertThat(report.problems().getLast()).startsWith("mistaken: ").contains("a mistake in the program");
        assertThat(report.held()).isEqualTo(1);
        assertThat(first(report).verdict()).as("nobody counted to the end").isEqualTo(Verdict.OPEN);
        assertThat(ledger.lastRun(NAME).orElseThrow().problem()).contains("the answer ends in the middle\nmistaken");
        latest(announced(FIRST, MONDAY, "one"), tally(FIRST, MONDAY, 1));
        source.changes = (from, until) -> List.of();
        assertThat(first(run()).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void aStepThatFailsWhenItIsOpenedLeavesTheOthersTheirWork() {
        source.latest = () -> List.of(opening(new IllegalArgumentException("a mistake in the program")));
        changes(paper("one"));
        for (boolean dryRun : List.of(true, false)) {
            SyncReport report = sync.run(source, MONDAY, MONDAY, dryRun, (title, progress) -> {}, () -> false);
            assertThat(report.outcome()).isEqualTo(SyncRun.Outcome.BROKEN_OFF);
            assertThat(report.problems())
                    .singleElement()
                    .satisfies(problem ->
                            assertThat(problem).startsWith("failing: ").contains("a mistake in the program"));
            assertThat(report.counts().added()).isEqualTo(1);
        }
    }

    @Test
    void whatTheOperatorMustSolveEndsTheRun() {
        source.latest = () -> List.of(opening(new OperatorException("The disk is full.")));
        changes(paper("one"));
        for (boolean dryRun : List.of(true, false)) {
            assertThatThrownBy(() -> sync.run(source, MONDAY, MONDAY, dryRun, (title, progress) -> {}, () -> false))
                    .isInstanceOf(OperatorException.class)
                    .hasMessage("The disk is full.");
        }
    }

    /** A source that cannot even be opened. */
    private static Source opening(RuntimeException failure) {
        return new Source() {
            @Override
            public String title() {
                return "failing";
            }

            @Override
            public String harvest() {
                return "failing";
            }

            @Override
            public Reading open(@Nullable String cursor) {
                throw failure;
            }
        };
    }

    @Test
    void aFeedIsReadFromItsBeginningEvenIfItBrokeOff() {
        ScriptedSource broken = new ScriptedSource("feed", paper("one"), new IOException("half"));
        ScriptedSource whole = new ScriptedSource("feed", paper("two"), paper("three"));
        source.latest = () -> List.of(broken);
        run();
        source.latest = () -> List.of(whole);
        run();
        assertThat(whole.opened).hasSize(1).containsOnlyNulls();
        assertThat(catalogue.size()).isEqualTo(3);
    }

    @Test
    void gapsAreClosedOneByOneAndNoted() {
        latest(
                announced(FIRST, MONDAY, "came"),
                announced(FIRST, MONDAY, "missing"),
                announced(SECOND, MONDAY, "missing"),
                announced(FIRST, MONDAY, "half"),
                paper(NAME + "-feed", "half"),
                announced(FIRST, MONDAY, "unknown"),
                tally(FIRST, MONDAY, 4));
        changes(paper("came"));
        records(paper("missing"), paper("half"));
        SyncReport report = run();
        assertThat(source.asked).containsExactly(List.of("half", "missing", "unknown"));
        assertThat(report.repaired()).isEqualTo(2);
        assertThat(first(report).verdict()).isEqualTo(Verdict.MISSING);
        assertThat(first(report).missing()).containsExactly("unknown");
        assertThat(first(report).repaired()).isEqualTo(1);
        assertThat(report.announced()).isEqualTo(4);
        assertThat(report.held()).isEqualTo(3);
        records(paper("unknown"));
        assertThat(run().days().getFirst().verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void whatIsRefusedIsAskedForMoreAndMoreSeldom() {
        latest(announced(FIRST, TUESDAY, "unknown"), announced(FIRST, TUESDAY, "late"), tally(FIRST, TUESDAY, 2));
        records(paper("late"));
        List<Integer> hours = new ArrayList<>();
        for (int hour = 0; hour < 8 * 24; hour++) {
            clock.set(noon(TUESDAY.plusDays(1)).plus(Duration.ofHours(hour)));
            int before = source.asked.size();
            sync.run(source, null, null, false, (title, progress) -> {}, () -> false);
            if (source.asked.size() > before) {
                hours.add(hour);
            }
        }
        assertThat(hours).containsExactly(0, 1, 7, 31);
        assertThat(source.asked.getFirst()).containsExactly("late", "unknown");
        assertThat(source.asked.subList(1, 4)).containsOnly(List.of("unknown"));
        LedgerDay tuesday = ledger.days(source, TUESDAY, TUESDAY).getFirst();
        assertThat(tuesday.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(tuesday.missing()).containsExactly("unknown");

        sync.run(source, TUESDAY, TUESDAY, false, (title, progress) -> {}, () -> false);
        assertThat(source.asked).as("by hand").hasSize(5);
    }

    @Test
    void whatCouldNotBeAskedForIsNotTakenForRefused() {
        latest(announced(FIRST, TUESDAY, "one"), tally(FIRST, TUESDAY, 1));
        source.records = names -> Optional.of(new ScriptedSource("single records", new IOException("no answer")));
        clock.set(noon(TUESDAY.plusDays(1)));
        for (int i = 1; i <= 3; i++) {
            sync.run(source, null, null, false, (title, progress) -> {}, () -> false);
            assertThat(source.asked).hasSize(i);
        }
    }

    @Test
    void setbacksAreCountedUntilSomethingGetsBetter() {
        clock.set(noon(TUESDAY.plusDays(1)));
        latest(new IOException("half"));
        assertThat(setbacks()).isEqualTo(1);
        assertThat(setbacks()).isEqualTo(2);
        assertThat(setbacks()).isEqualTo(3);
        latest(tally(FIRST, TUESDAY, 0), new IOException("half"));
        assertThat(setbacks()).as("one part of a day was counted").isEqualTo(1);
        latest();
        assertThat(setbacks()).as("others are still missing").isEqualTo(2);
        clock.set(noon(TUESDAY.plusDays(2)));
        assertThat(setbacks()).as("another day is missing").isEqualTo(1);
        List<Object> tallies = new ArrayList<>();
        for (LocalDate day = TUESDAY.minusDays(2); !day.isAfter(TUESDAY.plusDays(2)); day = day.plusDays(1)) {
            tallies.add(tally(FIRST, day, 0));
            tallies.add(tally(SECOND, day, 0));
        }
        latest(tallies.toArray());
        assertThat(setbacks()).isZero();
    }

    private int setbacks() {
        sync.run(source, null, null, false, (title, progress) -> {}, () -> false);
        return ledger.lastRun(NAME).orElseThrow().setbacks();
    }

    @Test
    void aVersionThatWasAnnouncedAndDidNotComeIsFetched() {
        changes(
                versions("old", 1),
                versions("current", 2),
                paper("silent"),
                replaced("old"),
                replaced("current"),
                replaced("silent"));
        records(versions("old", 2));
        SyncReport report = run();
        assertThat(source.asked).containsExactly(List.of("old"));
        assertThat(report.repaired()).isEqualTo(1);
        assertThat(catalogue.events(catalogue.find("10.1000/old").orElseThrow().number()))
                .hasSize(1);
        run();
        assertThat(source.asked).hasSize(1);
    }

    private static Announcement replaced(String name) {
        return new Announcement(NAME, FIRST, MONDAY, name, Kind.REPLACEMENT, 2, true);
    }

    private static SourceRecord versions(String name, int versions) {
        return Records.record(
                NAME,
                name,
                Records.titled("Paper " + name)
                        .identifier(Records.doi("10.1000/" + name))
                        .versions(IntStream.rangeClosed(1, versions)
                                .mapToObj(number -> new Version(number, null))
                                .toList()));
    }

    @Test
    @Timeout(120)
    void whatIsStoppedGoesOnWhereItWas() {
        List<Object> script = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            script.add(announced(FIRST, MONDAY, "p" + i));
            script.add(paper("p" + i));
        }
        script.add(tally(FIRST, MONDAY, 2500));
        ScriptedSource listing = new ScriptedSource("listing", script);
        source.changes = (from, until) -> List.of(listing);
        AtomicBoolean stop = new AtomicBoolean();
        SyncReport stopped = sync.run(source, MONDAY, MONDAY, false, (title, progress) -> stop.set(true), stop::get);
        assertThat(stopped.outcome()).isEqualTo(SyncRun.Outcome.STOPPED);
        assertThat(first(stopped).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(source.asked).as("what a stopped listing left out is no gap").isEmpty();
        long before = catalogue.size();
        assertThat(before).isBetween(1L, 2499L);
        SyncReport rest = run();
        assertThat(listing.opened.getLast()).isEqualTo(Long.toString(2 * before));
        assertThat(rest.counts().added()).isEqualTo(2500 - before);
        assertThat(first(rest).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    @Timeout(60)
    void aHangingSourceCanBeStopped() {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        Runnable hang = () -> {
            stop.set(true);
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        changes(hang, paper("one"));
        for (boolean dryRun : List.of(false, true)) {
            stop.set(false);
            assertThat(sync.run(source, MONDAY, MONDAY, dryRun, (title, progress) -> {}, stop::get)
                            .outcome())
                    .isEqualTo(SyncRun.Outcome.STOPPED);
        }
    }

    @Test
    @Timeout(60)
    void aSecondRunIsRefusedWhileOneIsRunning() {
        Runnable second = () -> assertThatThrownBy(
                        () -> CompletableFuture.supplyAsync(this::dryRun).join())
                .hasRootCauseInstanceOf(OperatorException.class)
                .hasMessageContaining("The Post is being read already");
        changes(second, paper("one"));
        assertThat(run().problems()).isEmpty();
        assertThat(catalogue.size()).isEqualTo(1);
    }

    @Test
    void aDryRunReadsAllAndWritesNothing() {
        changes(paper("one"));
        run();
        long revision = catalogue.latestRevision();
        Optional<SyncRun> lastRun = ledger.lastRun(NAME);
        latest(
                announced(FIRST, MONDAY, "one"),
                announced(SECOND, MONDAY, "two"),
                announced(SECOND, TUESDAY, "of another day"),
                replaced("three"),
                tally(FIRST, MONDAY, 1),
                new IOException("half"));
        changes(paper("one"), paper("two"), paper("three"), "broken");
        SyncReport report = dryRun();
        assertThat(report.dryRun()).isTrue();
        assertThat(report.problems()).containsExactly("feed: half");
        assertThat(report.announced()).isEqualTo(2);
        assertThat(report.held()).isEqualTo(1);
        assertThat(report.counts()).isEqualTo(new IngestCounts(2, 0, 1, 1));
        assertThat(first(report).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
        assertThat(ledger.lastRun(NAME)).isEqualTo(lastRun);
        assertThat(ledger.missing(source, MONDAY, TUESDAY)).isEmpty();
    }

    @Test
    void daysThatAreNotThereAreRefused() {
        assertThatThrownBy(() -> sync.run(source, TUESDAY.plusDays(1), null, false, (t, p) -> {}, () -> false))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining(TUESDAY.plusDays(1).toString());
        assertThatThrownBy(() -> sync.run(source, TUESDAY, MONDAY, false, (t, p) -> {}, () -> false))
                .isInstanceOf(OperatorException.class);
    }

    @Test
    void withoutDaysARunStartsWhereTheLedgerSays() {
        List<LocalDate> asked = new ArrayList<>();
        source.changes = (from, until) -> {
            asked.add(from);
            asked.add(until);
            return List.of();
        };
        sync.run(source, null, null, false, (title, progress) -> {}, () -> false);
        assertThat(asked).as("ten days back is a Saturday").containsExactly(TUESDAY.minusDays(8), TUESDAY);
    }

    @Test
    void oldHarvestsOfLiveSourcesAreForgottenAndFilesAreNot() throws IOException {
        Ingest ingest = new Ingest(catalogue, folder.resolve("rejects"), clock);
        ingest.run(new ScriptedSource("file", "broken"), progress -> {}, () -> false);
        changes("broken");
        run();
        source.changes = (from, until) -> List.of(new ScriptedSource("unfinished", "broken", new IOException("half")));
        run();
        assertThat(files(".jsonl")).hasSize(3);
        clock.set(noon(TUESDAY.plusDays(61)));
        source.changes = (from, until) -> List.of();
        run();
        assertThat(files(".jsonl")).hasSize(1).allMatch(name -> name.startsWith("file-"));
        assertThat(database.<List<String>>read(sql -> sql.sql("select harvest from harvest_cursor")
                        .query(String.class)
                        .list()))
                .containsExactly("file");
    }

    private List<String> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("rejects"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .toList();
        }
    }

    @Test
    void aRunThatFailsIsWrittenDownAsBroken() {
        changes(paper("one"));
        SyncListener failing = (title, progress) -> {
            throw new UncheckedIOException(new IOException("no terminal"));
        };
        assertThatThrownBy(() -> sync.run(source, MONDAY, MONDAY, false, failing, () -> false))
                .isInstanceOf(UncheckedIOException.class);
        SyncRun last = ledger.lastRun(NAME).orElseThrow();
        assertThat(last.outcome()).isEqualTo(SyncRun.Outcome.BROKEN_OFF);
        assertThat(last.problem()).isEqualTo("the run broke off");
        assertThat(run().outcome()).as("the lock was given back").isEqualTo(SyncRun.Outcome.FINISHED);
    }

    /** A month of feeds, listings and single records that break off, repeat and omit as they like. */
    @Test
    void whatIsCalledCompleteIsAndInTheEndAllIs() {
        long seed = 20260907;
        Random random = new Random(seed);
        Map<LocalDate, List<String>> truth = new HashMap<>();
        for (LocalDate day = MONDAY; day.isBefore(MONDAY.plusDays(30)); day = day.plusDays(1)) {
            LocalDate announced = day;
            int papers = day.getDayOfWeek().getValue() > 5 ? 0 : 1 + random.nextInt(5);
            truth.put(
                    day,
                    IntStream.range(0, papers)
                            .mapToObj(i -> announced + "." + i)
                            .toList());
        }
        source.records = names -> Optional.of(new ScriptedSource("single", single(names, random)));
        for (int i = 1; i <= 30; i++) {
            LocalDate today = MONDAY.plusDays(i);
            boolean honest = i > 27;
            clock.set(noon(today));
            source.latest = () -> List.of(new ScriptedSource("feed", feed(truth, today.minusDays(1), honest, random)));
            source.changes = (from, until) -> List.of(
                    new ScriptedSource("listing " + from + " " + until, listing(truth, from, until, honest, random)));
            AtomicBoolean stop = new AtomicBoolean();
            boolean stopping = !honest && random.nextInt(4) == 0;
            sync.run(source, null, null, false, (title, progress) -> stop.set(stopping), stop::get);
            check(truth, today, "seed " + seed + ", day " + i);
        }
        assertThat(ledger.days(source, MONDAY, MONDAY.plusDays(29)))
                .as("seed %d", seed)
                .filteredOn(day -> day.part().equals(FIRST))
                .extracting(LedgerDay::verdict)
                .containsOnly(Verdict.COMPLETE, Verdict.FEW, Verdict.QUIET);
        assertThat(catalogue.size())
                .as("seed %d", seed)
                .isEqualTo(truth.values().stream().mapToLong(List::size).sum());
    }

    private void check(Map<LocalDate, List<String>> truth, LocalDate today, String description) {
        Set<Verdict> claims = Set.of(Verdict.COMPLETE, Verdict.FEW, Verdict.QUIET, Verdict.NOTHING);
        for (LedgerDay day : ledger.days(source, MONDAY, today.minusDays(1))) {
            if (day.part().equals(FIRST) && claims.contains(day.verdict())) {
                for (String name : truth.getOrDefault(day.day(), List.of())) {
                    assertThat(catalogue.find("10.1000/" + name))
                            .as("%s: %s is called %s", description, day.day(), day.verdict())
                            .isPresent();
                }
            }
        }
    }

    private static List<Object> feed(Map<LocalDate, List<String>> truth, LocalDate day, boolean honest, Random random) {
        List<Object> script = new ArrayList<>();
        List<String> names = truth.getOrDefault(day, List.of());
        names.forEach(name -> script.add(announced(FIRST, day, name)));
        script.add(tally(FIRST, day, names.size(), "feed", settledOn(day)));
        script.add(tally(SECOND, day, 0, "feed", settledOn(day)));
        return honest ? script : misbehaving(script, random);
    }

    private static List<Object> listing(
            Map<LocalDate, List<String>> truth, LocalDate from, LocalDate until, boolean honest, Random random) {
        List<Object> script = new ArrayList<>();
        List<Object> tallies = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            LocalDate announced = day;
            for (String name : truth.getOrDefault(day, List.of())) {
                script.add(paper(name));
                script.add(new Announcement(NAME, FIRST, announced, name, Kind.NEW, 1, false));
            }
            tallies.add(tally(FIRST, day, null, "listing", noon(until)));
            tallies.add(tally(SECOND, day, null, "listing", noon(until)));
        }
        script.addAll(tallies);
        return honest ? script : misbehaving(script, random);
    }

    private static List<Object> single(List<String> names, Random random) {
        List<Object> script = new ArrayList<>();
        names.forEach(name -> script.add(random.nextInt(3) == 0 ? name : paper(name)));
        return misbehaving(script, random);
    }

    /** Breaks off somewhere, or repeats what it said; what is broken off ends without its counts. */
    private static List<Object> misbehaving(List<Object> script, Random random) {
        List<Object> said = new ArrayList<>(script);
        switch (random.nextInt(4)) {
            case 0 -> {
                said = new ArrayList<>(script.subList(0, random.nextInt(script.size() + 1)));
                said.add(new IOException("broken off"));
            }
            case 1 -> said.addAll(script);
            default -> {
                // as it should be
            }
        }
        return said;
    }
}
