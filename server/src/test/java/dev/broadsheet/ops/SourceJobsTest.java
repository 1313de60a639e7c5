package dev.broadsheet.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.Enrichment;
import dev.broadsheet.ingest.Ingest;
import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.ingest.Sync;
import dev.broadsheet.ingest.SyncRun;
import dev.broadsheet.jobs.Job;
import dev.broadsheet.jobs.Timing;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.paper.Identifier.Scheme;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSources;
import dev.broadsheet.source.Lookback;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceJobsTest {
    /** Days are over at midnight UTC. */
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock();
    private final Journal journal = new Journal();
    private Database database;
    private Ledger ledger;
    private SourceJobs jobs;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("catalogue.db"));
        ledger = new Ledger(database, clock);
        jobs = jobs(List.of(journal), List.of());
    }

    private SourceJobs jobs(List<LiveSource> sources, List<LiveSource> enriching) {
        Ingest ingest = new Ingest(new Catalogue(database), folder.resolve("rejects"), clock);
        return new SourceJobs(
                LiveSources.given(sources, enriching, List::of),
                new Sync(ingest, ledger, database, clock),
                new Enrichment(ingest, database, clock),
                ledger,
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSourceThatWasNeverAskedIsAskedAtOnce() {
        assertThat(jobs.isDue(journal)).isTrue();
    }

    @Test
    void aSourceIsLeftInPeaceAfterAllWentWell() {
        journal.counted = true;
        ask();
        clock.advance(Duration.ofMinutes(70));
        assertThat(jobs.isDue(journal)).isFalse();
    }

    @Test
    void everySixHoursItIsAskedInAnyCase() {
        journal.counted = true;
        ask();
        clock.advance(Duration.ofHours(6));
        assertThat(jobs.isDue(journal)).isTrue();
    }

    @Test
    void afterAnAnnouncementItIsAskedAgain() {
        journal.counted = true;
        clock.now = Instant.parse("2026-11-18T23:50:00Z");
        ask();
        assertThat(jobs.isDue(journal)).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(jobs.isDue(journal)).isTrue();
    }

    @Test
    void aRunThatIsYetToComeByTheClockKeepsNobodyWaiting() {
        journal.counted = true;
        ask();
        clock.advance(Duration.ofMinutes(-1));
        assertThat(jobs.isDue(journal)).isTrue();
    }

    @Test
    void whileDaysAreNotCountedItIsAskedEveryHour() {
        ask();
        clock.advance(Duration.ofMinutes(59));
        assertThat(jobs.isDue(journal)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(jobs.isDue(journal)).isTrue();
    }

    @Test
    void afterTroubleItIsAskedAgainInAQuarterOfAnHour() {
        journal.counted = true;
        journal.broken = true;
        ask();
        clock.advance(Duration.ofMinutes(14));
        assertThat(jobs.isDue(journal)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(jobs.isDue(journal)).isTrue();
    }

    @Test
    void theSameTroubleIsWaitedOutLongerAndLonger() {
        clock.now = NOON.minus(Duration.ofHours(11));
        journal.broken = true;
        assertThat(waits(7)).containsExactly(15L, 30L, 60L, 120L, 240L, 360L, 360L);
        assertThat(waits(2)).as("at midnight another day is over").containsExactly(195L, 15L);
    }

    @Test
    void whatStaysMissingIsWaitedForLongerAndLonger() {
        clock.now = NOON.minus(Duration.ofHours(11));
        assertThat(waits(5)).containsExactly(60L, 120L, 240L, 360L, 360L);
        journal.counted = true;
        assertThat(waits(1)).as("until midnight").containsExactly(240L);
        journal.counted = false;
        journal.broken = true;
        assertThat(waits(1)).as("all was well in between").containsExactly(15L);
    }

    @Test
    void anAnnouncementIsAskedForWhateverTheTrouble() {
        clock.now = NOON;
        journal.broken = true;
        waits(5);
        assertThat(clock.now).isEqualTo(Instant.parse("2026-11-18T19:45:00Z"));
        clock.now = Instant.parse("2026-11-18T23:30:00Z");
        ask();
        clock.advance(Duration.ofMinutes(29));
        assertThat(jobs.isDue(journal)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(jobs.isDue(journal)).isTrue();
    }

    /** Asks so many times, as soon as it is due, and tells how many minutes each wait took. */
    private List<Long> waits(int times) {
        List<Long> minutes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ask();
            Instant asked = clock.now;
            while (!jobs.isDue(journal)) {
                clock.advance(Duration.ofMinutes(5));
            }
            minutes.add(Duration.between(asked, clock.now).toMinutes());
        }
        return minutes;
    }

    @Test
    void noDayIsReportedBeforeAnyoneAskedForPapers() {
        LocalDate today = LocalDate.of(2026, 11, 18);
        assertThat(SourceReport.lastWeeks(journal, ledger, today).from()).isEqualTo(today.minusDays(5));
        journal.counted = true;
        ask();
        clock.advance(Duration.ofDays(10));
        LocalDate later = today.plusDays(10);
        assertThat(SourceReport.lastWeeks(journal, ledger, later).from()).isEqualTo(today.minusDays(5));
        clock.advance(Duration.ofDays(90));
        assertThat(SourceReport.lastWeeks(journal, ledger, later.plusDays(90)).from())
                .isEqualTo(later.plusDays(90 - 27));
    }

    @Test
    void askingAboutPapersIsAJobOfItsOwnAndLeavesTheSyncInPeace() {
        Catalogue catalogue = new Catalogue(database);
        journal.knows = List.of(Scheme.DOI);
        catalogue.write(writer -> writer.add(
                Metadata.titled("A paper")
                        .identifier(new Identifier(Scheme.DOI, "10.1000/a"))
                        .build(),
                clock.now));
        journal.counted = true;
        ask();
        Optional<SyncRun> before = ledger.lastRun("journal");
        clock.advance(Duration.ofMinutes(20));

        Job job = jobs(List.of(), List.of(journal)).jobs().getFirst();
        assertThat(job.name()).isEqualTo("enrich journal");
        assertThat(job.timing()).isEqualTo(Timing.every(Duration.ofHours(1)));
        job.work().accept(() -> false);

        assertThat(journal.asked).containsExactly("10.1000/a");
        assertThat(ledger.lastRun("journal")).isEqualTo(before);
        assertThat(jobs.isDue(journal)).isFalse();
    }

    private void ask() {
        jobs.jobs().getFirst().work().accept(() -> false);
        assertThat(ledger.lastRun("journal")).isPresent();
    }

    private static final class SetClock extends Clock {
        private Instant now = NOON;

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Publishes nothing, and says so if it counts. */
    private final class Journal implements LiveSource {
        private boolean counted;
        private boolean broken;
        private List<Scheme> knows = List.of();
        private List<String> asked = List.of();

        @Override
        public SourceProfile profile() {
            return SourceProfile.of("journal", "The Journal", new Lookback(2, 5))
                    .withLookupBy(knows.toArray(Scheme[]::new));
        }

        @Override
        public List<Source> changes(LocalDate from, LocalDate until) {
            return List.of(new Days(from, until));
        }

        @Override
        public Optional<Source> records(List<String> names) {
            asked = names;
            broken = true;
            counted = false;
            return Optional.of(new Days(LocalDate.EPOCH, LocalDate.EPOCH));
        }

        private final class Days implements Source, Source.Reading {
            private final List<LocalDate> days;
            private int next;

            Days(LocalDate from, LocalDate until) {
                days = from.datesUntil(until.plusDays(1)).toList();
            }

            @Override
            public String title() {
                return "days";
            }

            @Override
            public String harvest() {
                return "journal " + days;
            }

            @Override
            public Reading open(@Nullable String cursor) {
                return this;
            }

            @Override
            public @Nullable Item next() throws IOException {
                if (!counted || next == days.size()) {
                    if (broken) {
                        throw new IOException("a fault that the test wants");
                    }
                    return null;
                }
                LocalDate day = days.get(next++);
                return new Counted(
                        new dev.broadsheet.source.Tally("journal", "", day, "list", 0, clock.instant()),
                        String.valueOf(next));
            }

            @Override
            public long done() {
                return next;
            }

            @Override
            public long total() {
                return days.size();
            }

            @Override
            public void close() {
                // holds nothing
            }
        }
    }
}
