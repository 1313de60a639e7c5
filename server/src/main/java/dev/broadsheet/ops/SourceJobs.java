package dev.broadsheet.ops;

import dev.broadsheet.ingest.Enrichment;
import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.ingest.Sync;
import dev.broadsheet.ingest.SyncReport;
import dev.broadsheet.ingest.SyncRun;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.jobs.Job;
import dev.broadsheet.jobs.Timing;
import dev.broadsheet.room.Room;
import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a server asks its live sources: soon after each announcement, a quarter of an hour after
 * trouble, an hour later while something is missing, and every six hours in any case; as long as
 * nothing gets better each wait is twice the one before. Thread-safe.
 */
public final class SourceJobs implements Room {
    private static final Logger LOG = LoggerFactory.getLogger(SourceJobs.class);

    /** How often it is considered whether to ask; this alone asks nobody. */
    private static final Duration LOOK = Duration.ofMinutes(5);

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(15);
    private static final Duration WHILE_LACKING = Duration.ofHours(1);
    private static final Duration IN_ANY_CASE = Duration.ofHours(6);
    private static final Duration BETWEEN_ENRICHMENTS = Duration.ofHours(1);

    private final LiveSources sources;
    private final Sync sync;
    private final Enrichment enrichment;
    private final Ledger ledger;
    private final Clock clock;

    /** @param clock in the zone of the ledger's days */
    public SourceJobs(LiveSources sources, Sync sync, Enrichment enrichment, Ledger ledger, Clock clock) {
        this.sources = sources;
        this.sync = sync;
        this.enrichment = enrichment;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** One for each source, and one for each that is asked about papers that are here; no sync waits for those. */
    @Override
    public List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        sources.all().forEach(source -> jobs.add(asking(source)));
        sources.enriching().forEach(source -> jobs.add(enriching(source)));
        return jobs;
    }

    private Job asking(LiveSource source) {
        return new Job("sync " + source.profile().name(), Timing.every(LOOK), stop -> ask(source, stop));
    }

    private Job enriching(LiveSource source) {
        return new Job(
                "enrich " + source.profile().name(),
                Timing.every(BETWEEN_ENRICHMENTS),
                stop -> enrichment.run(source, stop));
    }

    private void ask(LiveSource source, BooleanSupplier stop) {
        if (!isDue(source)) {
            return;
        }
        try {
            SyncReport report = sync.run(source, null, null, false, (title, progress) -> {}, stop);
            LOG.info(
                    "{}: {} records new, {} changed; {} of {} announced papers are here{}",
                    source.profile().title(),
                    report.counts().added(),
                    report.counts().changed(),
                    report.held(),
                    report.announced(),
                    report.problems().isEmpty() ? "" : "; " + report.problems().size() + " problems");
        } catch (OperatorException e) {
            // A sync by hand is under way, or the disk is full: the next look tries again.
            LOG.warn("{}: {}", source.profile().title(), e.getMessage());
        }
    }

    boolean isDue(LiveSource source) {
        Optional<SyncRun> last = ledger.lastRun(source.profile().name());
        if (last.isEmpty() || last.get().endedAt() == null || last.get().outcome() == SyncRun.Outcome.STOPPED) {
            return true;
        }
        Instant now = clock.instant();
        Instant started = last.get().startedAt();
        if (started.isAfter(now)) {
            // The clock was ahead: by its own account the run is yet to come.
            return true;
        }
        Duration since = Duration.between(started, now);
        if (since.compareTo(IN_ANY_CASE) >= 0 || hasAnnounced(source.profile().calendar(), started, now)) {
            return true;
        }
        return last.get().setbacks() > 0 && since.compareTo(patience(last.get())) >= 0;
    }

    /** What was no better the last times is not asked for again and again: each time the wait doubles. */
    private static Duration patience(SyncRun last) {
        Duration wait = last.outcome() == SyncRun.Outcome.FINISHED ? WHILE_LACKING : AFTER_TROUBLE;
        for (int i = 1; i < last.setbacks() && wait.compareTo(IN_ANY_CASE) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait;
    }

    private boolean hasAnnounced(AnnouncementCalendar calendar, Instant after, Instant now) {
        LocalDate today = LocalDate.now(clock);
        return today.minusDays(IN_ANY_CASE.toDays() + 2)
                .datesUntil(today.plusDays(2))
                .filter(day -> calendar.quiet(day).isEmpty())
                .map(calendar::settled)
                .anyMatch(settled -> settled.isAfter(after) && !settled.isAfter(now));
    }
}
