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

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger promises. */
@OnBothDatabases
class LedgerTest {
    static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final LocalDate SATURDAY = MONDAY.minusDays(2);

    @RegisterExtension
    final TestDatabase databases;

    @TempDir
    Path folder;

    private Database database;
    private Catalogue catalogue;
    private Ingest ingest;
    private Ledger ledger;
    private final ScriptedLiveSource source = new ScriptedLiveSource();
    private final StandingClock clock = new StandingClock(noon(MONDAY.plusDays(20)));

    LedgerTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        catalogue = new Catalogue(database);
        ingest = new Ingest(catalogue, folder.resolve("rejects"), clock);
        ledger = new Ledger(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void read(Object... script) {
        IngestReport report = ingest.runAgain(new ScriptedSource("reading", script), progress -> {}, () -> false);
        assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.FINISHED);
    }

    private LedgerDay day(LocalDate day) {
        return ledger.days(source, day, day).getFirst();
    }

    private List<List<String>> rows() {
        return database.read(sql -> sql.sql(
                        "select part, name, kind, version, day, listed from announcement order by part, name, kind, version")
                .query((row, index) -> {
                    List<String> columns = new ArrayList<>();
                    for (int column = 1; column <= 6; column++) {
                        columns.add(row.getString(column));
                    }
                    return columns;
                })
                .list());
    }

    @Test
    void aDayNobodyCountedIsOpen() {
        read(announced(FIRST, MONDAY, "one"), paper("one"));
        LedgerDay day = day(MONDAY);
        assertThat(day.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(day.expected()).isNull();
        assertThat(day.origins()).isEmpty();
        assertThat(day.received()).isEqualTo(1);
        assertThat(day.checkedAt()).isNull();
    }

    @Test
    void refusalsAndSetbacksAreKept() {
        Sync sync = new Sync(ingest, ledger, database, clock);
        LocalDate friday = MONDAY.plusDays(18);
        read(announced(FIRST, friday, "unknown"));
        source.records = names -> Optional.of(new ScriptedSource("single records", "unknown"));
        for (int hour = 0; hour <= 7; hour++) {
            sync.run(source, null, null, false, (title, progress) -> {}, () -> false);
            assertThat(ledger.lastRun(NAME).orElseThrow().setbacks()).isEqualTo(hour + 1);
            clock.set(clock.instant().plus(Duration.ofHours(1)));
        }
        assertThat(source.asked).as("at once, after one hour and after seven").hasSize(3);
    }

    @Test
    void aDayIsCompleteOnceItIsCountedAndAllIsHeld() {
        read(
                announced(FIRST, MONDAY, "one"),
                paper("one"),
                announced(FIRST, MONDAY, "two"),
                paper(NAME + "-feed", "two"));
        read(tally(FIRST, MONDAY, 2));
        LedgerDay day = day(MONDAY);
        assertThat(day.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(day.expected()).isEqualTo(2);
        assertThat(day.origins()).containsExactly("list");
        assertThat(day.received()).isEqualTo(2);
        assertThat(day.missingCount()).isZero();
        assertThat(day.checkedAt()).isEqualTo(settledOn(MONDAY));
    }

    @Test
    void aCountBeforeTheSourceWasThroughLeavesTheDayOpen() {
        read(
                announced(FIRST, MONDAY, "one"),
                paper("one"),
                tally(FIRST, MONDAY, 1, "list", settledOn(MONDAY).minusMillis(1)));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(day(MONDAY).expected()).isEqualTo(1);
        read(tally(FIRST, MONDAY, 1, "list", settledOn(MONDAY)));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
        read(tally(FIRST, MONDAY, 5, "list", settledOn(MONDAY).minusMillis(1)));
        assertThat(day(MONDAY).expected())
                .as("the latest count stands, whatever comes later")
                .isEqualTo(1);
    }

    @Test
    void oneServiceIsNotEnoughWhereTwoCanBeAsked() {
        source.witnesses = 2;
        read(
                announced(FIRST, MONDAY, "one"),
                paper("one"),
                tally(FIRST, MONDAY, 1, "feed", settledOn(MONDAY)),
                tally(FIRST, MONDAY, null, "list", settledOn(MONDAY).minusMillis(1)));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.OPEN);
        read(tally(FIRST, MONDAY, null, "list", settledOn(MONDAY)));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void theCountOfAListThatRepeatsTheDayBeforeCountsForNothing() {
        LocalDate tuesday = MONDAY.plusDays(1);
        read(announced(FIRST, MONDAY, "one"), paper("one"), tally(FIRST, MONDAY, 1));
        read(announced(FIRST, tuesday, "one"), paper("one"), tally(FIRST, tuesday, 1));
        assertThat(day(tuesday).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void aListThatRepeatsTheDayBeforeIsKnownHoweverLongItIs() {
        LocalDate tuesday = MONDAY.plusDays(1);
        read(announcedAndCounted(MONDAY, 1000));
        read(announcedAndCounted(tuesday, 1000));
        assertThat(day(tuesday).verdict()).isEqualTo(Verdict.OPEN);
    }

    /** As many announcements as one transaction has, so that the count comes in the next. */
    private static Object[] announcedAndCounted(LocalDate day, int papers) {
        List<Object> script = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            script.add(announced(FIRST, day, "p" + i));
        }
        script.add(tally(FIRST, day, papers));
        return script.toArray();
    }

    @Test
    void aPaperThatIsListedOnTwoDaysCountsOnTheFirst() {
        LocalDate tuesday = MONDAY.plusDays(1);
        Object[] script = {
            new Announcement(NAME, FIRST, tuesday, "crossed", Kind.CROSS, 1, true),
            announced(FIRST, tuesday, "repeated"),
            announced(FIRST, tuesday, "one"),
            paper("one"),
            announced(FIRST, tuesday, "two"),
            paper("two"),
            announced(FIRST, tuesday, "three"),
            paper("three"),
            tally(FIRST, tuesday, 5)
        };
        read(
                announced(FIRST, MONDAY, "crossed"),
                paper("crossed"),
                announced(FIRST, MONDAY, "repeated"),
                paper("repeated"),
                tally(FIRST, MONDAY, 2));
        read(script);
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(day(tuesday).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(day(tuesday).expected()).isEqualTo(3);
        script[script.length - 1] = tally(FIRST, tuesday, 6);
        read(script);
        assertThat(day(tuesday).verdict()).isEqualTo(Verdict.MISSING);
        assertThat(day(tuesday).missingCount()).isEqualTo(1);
    }

    @Test
    void whatWasCountedWhileTheClockWasAheadTellsNothing() {
        LocalDate ahead = MONDAY.plusDays(30);
        clock.set(noon(ahead));
        read(announced(FIRST, MONDAY, "one"), paper("one"), tally(FIRST, MONDAY, 5, "list", noon(ahead)));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.MISSING);
        clock.set(noon(MONDAY.plusDays(1)));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.OPEN);
        read(tally(FIRST, MONDAY, 1));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(day(MONDAY).expected()).isEqualTo(1);
    }

    @Test
    void whatTheSourceCountedAndNeverNamedIsMissing() {
        read(announced(FIRST, MONDAY, "one"), paper("one"), tally(FIRST, MONDAY, 3));
        LedgerDay day = day(MONDAY);
        assertThat(day.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(day.missingCount()).isEqualTo(2);
        assertThat(day.missing()).isEmpty();
    }

    @Test
    void everyServiceMustAgree() {
        read(
                announced(FIRST, MONDAY, "one"),
                paper("one"),
                tally(FIRST, MONDAY, 1, "list", settledOn(MONDAY)),
                tally(FIRST, MONDAY, 2, "feed", settledOn(MONDAY)),
                tally(FIRST, MONDAY, null, "harvest", settledOn(MONDAY)));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.MISSING);
        assertThat(day(MONDAY).origins()).containsExactly("feed", "harvest", "list");
    }

    @Test
    void missingPapersAreNamed() {
        List<Object> script = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            script.add(announced(FIRST, MONDAY, "m%03d".formatted(i)));
        }
        script.add(announced(SECOND, MONDAY, "m000"));
        script.add(announced("not followed", MONDAY, "n"));
        script.add(tally(FIRST, MONDAY, null));
        read(script.toArray());
        LedgerDay day = day(MONDAY);
        assertThat(day.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(day.missing()).hasSize(100).startsWith("m000", "m001");
        assertThat(day.missingCount()).isEqualTo(150);
        assertThat(ledger.missing(source, MONDAY, MONDAY)).hasSize(150).doesNotHaveDuplicates();
        assertThat(ledger.missing(source, MONDAY.plusDays(1), MONDAY.plusDays(9)))
                .isEmpty();
    }

    @Test
    void lateAnnouncementsChangeTheNumbersOfACompleteDay() {
        read(announced(FIRST, MONDAY, "one"), paper("one"), tally(FIRST, MONDAY, 1));
        read(announced(FIRST, MONDAY, "late"));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.MISSING);
        read(paper("late"));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(day(MONDAY).expected()).isEqualTo(2);
    }

    @Test
    void replacementsDoNotCount() {
        read(
                new Announcement(NAME, FIRST, MONDAY, "old", Kind.REPLACEMENT, 2, true),
                announced(FIRST, MONDAY, "one"),
                paper("one"),
                tally(FIRST, MONDAY, 1));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(ledger.missing(source, MONDAY, MONDAY)).isEmpty();
    }

    @Test
    void nothingOnAnAnnouncingDayIsAWarningAndOnAnotherExplained() {
        read(tally(FIRST, MONDAY, 0), tally(FIRST, SATURDAY, 0));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(day(SATURDAY).verdict()).isEqualTo(Verdict.QUIET);
        assertThat(day(SATURDAY).remark()).isEqualTo("weekend");
        assertThat(day(SATURDAY.minusWeeks(1)).verdict()).as("without a count").isEqualTo(Verdict.QUIET);
    }

    @Test
    void whatIsAnnouncedOnAQuietDayIsJudgedLikeAnyOther() {
        read(announced(FIRST, SATURDAY, "one"));
        assertThat(day(SATURDAY).verdict()).isEqualTo(Verdict.OPEN);
        read(tally(FIRST, SATURDAY, 1));
        assertThat(day(SATURDAY).verdict()).isEqualTo(Verdict.MISSING);
        read(paper("one"));
        assertThat(day(SATURDAY).verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(day(SATURDAY).remark()).contains("weekend");
    }

    @Test
    void fewerThanHalfOfWhatTheWeekdayUsuallyHasIsAQuestion() {
        for (int week = 1; week <= 4; week++) {
            LocalDate earlier = MONDAY.minusWeeks(week);
            announceMany(earlier, 10);
            assertThat(day(MONDAY.minusWeeks(week)).verdict()).isEqualTo(Verdict.COMPLETE);
        }
        announceMany(MONDAY, 4);
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.FEW);
        assertThat(day(MONDAY).remark()).contains("10");
        read(announced(FIRST, MONDAY, "fifth"), paper("fifth"));
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void whatIsUsualIsNotKnownFromThreeWeeks() {
        for (int week : List.of(1, 2, 8, 9)) {
            announceMany(MONDAY.minusWeeks(week), 10);
        }
        announceMany(MONDAY, 1);
        assertThat(day(MONDAY).verdict()).isEqualTo(Verdict.COMPLETE);
    }

    private void announceMany(LocalDate day, int papers) {
        List<Object> script = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            String name = day + "-" + i;
            script.add(announced(FIRST, day, name));
            script.add(paper(name));
        }
        script.add(tally(FIRST, day, papers));
        read(script.toArray());
    }

    @Test
    void everyPartHasEveryDayButThoseToCome() {
        clock.set(noon(MONDAY));
        List<LedgerDay> days = ledger.days(source, MONDAY.minusDays(1), MONDAY.plusDays(5));
        assertThat(days).extracting(LedgerDay::part).containsExactly(FIRST, SECOND, FIRST, SECOND);
        assertThat(days)
                .extracting(LedgerDay::verdict)
                .containsExactly(Verdict.QUIET, Verdict.QUIET, Verdict.OPEN, Verdict.OPEN);
        assertThat(ledger.days(source, MONDAY.plusDays(1), MONDAY.plusDays(5))).isEmpty();
        assertThat(ledger.days(source, MONDAY, MONDAY.minusDays(1))).isEmpty();
    }

    @Test
    void ofSeveralStatementsOnAnAnnouncementTheSameStandsInAnyOrder() {
        List<Announcement> statements = new ArrayList<>(List.of(
                new Announcement(NAME, FIRST, MONDAY.minusDays(3), "p", Kind.NEW, 1, false),
                new Announcement(NAME, FIRST, MONDAY.minusDays(2), "p", Kind.CROSS, 0, false),
                new Announcement(NAME, FIRST, MONDAY, "p", Kind.NEW, 1, true),
                new Announcement(NAME, FIRST, MONDAY.plusDays(1), "p", Kind.NEW, 1, true),
                new Announcement(NAME, FIRST, MONDAY.plusDays(1), "p", Kind.CROSS, 1, true),
                new Announcement(NAME, FIRST, MONDAY.plusDays(2), "p", Kind.REPLACEMENT, 2, true),
                new Announcement(NAME, FIRST, MONDAY.plusDays(3), "p", Kind.REPLACEMENT, 2, true),
                new Announcement(NAME, FIRST, MONDAY.plusDays(1), "p", Kind.REPLACEMENT, 0, true),
                new Announcement(NAME, FIRST, MONDAY.plusDays(4), "p", Kind.REPLACEMENT, 0, true),
                new Announcement(NAME, SECOND, MONDAY.plusDays(1), "p", Kind.CROSS, 1, true)));
        long seed = 20260907;
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(statements, random);
            read(statements.toArray());
            assertThat(rows())
                    .as("seed %d, round %d", seed, round)
                    .containsExactly(
                            List.of(FIRST, "p", "NEW", "1", MONDAY.toString(), "1"),
                            List.of(
                                    FIRST,
                                    "p",
                                    "REPLACEMENT",
                                    "0",
                                    MONDAY.plusDays(4).toString(),
                                    "1"),
                            List.of(
                                    FIRST,
                                    "p",
                                    "REPLACEMENT",
                                    "2",
                                    MONDAY.plusDays(2).toString(),
                                    "1"),
                            List.of(
                                    SECOND,
                                    "p",
                                    "CROSS",
                                    "1",
                                    MONDAY.plusDays(1).toString(),
                                    "1"));
            if (round % 2 == 0) {
                database.write(transaction -> transaction.execute("delete from announcement"));
            }
        }
    }

    @Test
    void readingAgainChangesNothing() {
        Object[] script = {
            announced(FIRST, MONDAY, "one"), paper("one"), announced(FIRST, MONDAY, "two"), tally(FIRST, MONDAY, 2)
        };
        read(script);
        List<LedgerDay> days = ledger.days(source, MONDAY, MONDAY);
        List<List<String>> rows = rows();
        long revision = catalogue.latestRevision();
        read(script);
        assertThat(ledger.days(source, MONDAY, MONDAY)).isEqualTo(days);
        assertThat(rows()).isEqualTo(rows);
        assertThat(catalogue.latestRevision()).isEqualTo(revision);
    }

    @Test
    void theFirstRunGoesAsFarBackAsTheSourceSays() {
        assertThat(ledger.nextFrom(source, MONDAY)).isEqualTo(MONDAY.minusDays(10));
    }

    @Test
    void aRunStartsAtTheFirstDayThatWasNotCountedAndReadsTheLastOnesAgain() {
        for (LocalDate day = MONDAY.minusDays(10); day.isBefore(MONDAY); day = day.plusDays(1)) {
            read(tally(FIRST, day, 0));
            if (!day.equals(MONDAY.minusDays(6))) {
                read(tally(SECOND, day, 0));
            }
        }
        assertThat(ledger.nextFrom(source, MONDAY)).isEqualTo(MONDAY.minusDays(6));
        read(tally(
                SECOND,
                MONDAY.minusDays(6),
                0,
                "list",
                settledOn(MONDAY.minusDays(6)).minusSeconds(1)));
        assertThat(ledger.nextFrom(source, MONDAY)).as("counted too early").isEqualTo(MONDAY.minusDays(6));
        read(tally(SECOND, MONDAY.minusDays(6), 0));
        assertThat(ledger.nextFrom(source, MONDAY)).isEqualTo(MONDAY.minusDays(3));
        assertThat(ledger.nextFrom(source, MONDAY.plusDays(21)))
                .as("after three weeks without a run")
                .isEqualTo(MONDAY);
    }

    @Test
    void noDayAfterTheFirstThatWasCountedIsLeftOut() {
        List<Object> script = new ArrayList<>();
        for (int back = 44; back > 40; back--) {
            script.add(tally(FIRST, MONDAY.minusDays(back), 0));
            script.add(tally(SECOND, MONDAY.minusDays(back), 0));
        }
        read(script.toArray());
        LocalDate leftOut = MONDAY.minusDays(40);
        assertThat(ledger.nextFrom(source, MONDAY)).isEqualTo(leftOut);
        read(tally(FIRST, MONDAY, 0, "feed", settledOn(MONDAY)), tally(SECOND, MONDAY, 0, "feed", settledOn(MONDAY)));
        assertThat(ledger.nextFrom(source, MONDAY))
                .as("the feeds were read, the listing was not")
                .isEqualTo(leftOut);
    }

    @Test
    void aFirstRunThatGoesFarBackIsNotRepeated() {
        source.daysAtFirst = 90;
        List<Object> script = new ArrayList<>();
        for (int back = 90; back > 0; back--) {
            script.add(tally(FIRST, MONDAY.minusDays(back), 0));
            script.add(tally(SECOND, MONDAY.minusDays(back), 0));
        }
        read(script.toArray());
        assertThat(ledger.nextFrom(source, MONDAY)).isEqualTo(MONDAY.minusDays(3));
    }
}
