package dev.broadsheet.ingest;

import dev.broadsheet.database.Claims.Claim;
import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.harvest.SyncWindow;
import dev.broadsheet.ingest.ledger.LedgerQueries;
import dev.broadsheet.ingest.ledger.LedgerQueries.Papers;
import dev.broadsheet.ingest.ledger.RefusedNames;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.source.LiveSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the catalogue up to date with a live source: what is new at this moment, what appeared or
 * changed since, and then, one by one, what was announced and did not come. Thread-safe.
 */
public final class Sync {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

    /** Harvests nobody went on with for so long are forgotten. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final Ingest ingest;
    private final Ledger ledger;
    private final Database database;
    private final Clock clock;

    /** @param database the one that the others work on */
    public Sync(Ingest ingest, Ledger ledger, Database database, Clock clock) {
        this.ingest = ingest;
        this.ledger = ledger;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Runs once. What cannot be read is a problem in the report and does not keep the rest from
     * being read; what a stop interrupts is gone on with by the next run of the same days.
     *
     * @param from the first day, null for {@link Ledger#nextFrom}; who names it also has those papers
     *     asked for singly that the source refused of late and that would otherwise have to wait
     * @param until the last day, null for today; days to come are left out
     * @param dryRun whether only to read, and to write nothing
     * @param stop asked again and again; true ends the run soon
     * @throws AlreadyRunningException if the source is being read already, here or in another process
     * @throws OperatorException if there is no day to read, or if the disk is full; what was committed
     *     before is kept
     */
    public SyncReport run(
            LiveSource source,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean dryRun,
            SyncListener listener,
            BooleanSupplier stop) {
        try (Claim claim = database.claims()
                .claim("sync of " + source.profile().name())
                .orElseThrow(() -> new AlreadyRunningException(source.profile().title()))) {
            SyncWindow window = window(source, from, until);
            BooleanSupplier end = claim.orTakenOver(stop);
            return dryRun ? tried(source, window, listener, end) : done(source, window, listener, end);
        }
    }

    private SyncWindow window(LiveSource source, @Nullable LocalDate from, @Nullable LocalDate until) {
        LocalDate today = ledger.today();
        LocalDate last = until == null || until.isAfter(today) ? today : until;
        if (from == null) {
            LocalDate next = ledger.nextFrom(source, today);
            LocalDate first = next.isAfter(last) ? last : next;
            LocalDate furthest = today.minusDays(Math.max(
                    source.profile().lookback().daysAgain(),
                    source.profile().lookback().daysAtFirst()));
            return new SyncWindow(first, last, furthest.isBefore(first) ? furthest : first, false);
        }
        if (from.isAfter(last)) {
            throw new OperatorException(
                    "There is no day from " + from + " until " + last
                            + " to read. Nothing was changed. Name a first day that is not after the last one, or after today.");
        }
        return new SyncWindow(from, last, from, true);
    }

    private SyncReport done(LiveSource source, SyncWindow window, SyncListener listener, BooleanSupplier stop) {
        Instant start = clock.instant();
        SyncSteps steps = new SyncSteps(ingest, ledger, database, source, window, start, listener, stop);
        FailureStreak streak = new FailureStreak(ledger, source, start);
        database.write(transaction -> {
            SyncRunRows.started(transaction, source.profile().name(), start);
            return true;
        });
        boolean whole = false;
        try {
            steps.run();
            forget(source, start.minus(KEPT));
            whole = true;
        } finally {
            SyncRun.Outcome outcome = whole ? steps.outcome() : SyncRun.Outcome.BROKEN_OFF;
            List<String> problems = whole ? steps.problems() : steps.problemsAnd("the run broke off");
            int inARow = streak.after(outcome);
            database.write(transaction -> {
                SyncRunRows.ended(transaction, source.profile().name(), outcome, problems, inARow, clock.instant());
                return true;
            });
        }
        Papers papers =
                database.read(sql -> new LedgerQueries(sql, source.profile().name())
                        .papers(source.profile().parts(), window.from(), window.until()));
        return report(
                source,
                window,
                false,
                steps.outcome(),
                steps.counts(),
                papers,
                steps.repaired(),
                steps.problems(),
                start);
    }

    private void forget(LiveSource source, Instant before) {
        ingest.forget(source.profile().name(), LocalDate.ofInstant(before, ZoneOffset.UTC));
        database.write(transaction -> {
            RefusedNames.forget(transaction, source.profile().name(), before);
            return true;
        });
    }

    private SyncReport tried(LiveSource source, SyncWindow window, SyncListener listener, BooleanSupplier stop) {
        Instant start = clock.instant();
        DryRun run = new DryRun(database, source, listener, stop);
        run.run(window);
        return report(source, window, true, run.outcome(), run.counts(), run.papers(), 0, run.problems(), start);
    }

    private SyncReport report(
            LiveSource source,
            SyncWindow window,
            boolean dryRun,
            SyncRun.Outcome outcome,
            IngestCounts counts,
            Papers papers,
            int repaired,
            List<String> problems,
            Instant start) {
        LOG.info(
                "{}, {} to {}{}: {} announced, {} held; {} records new, {} changed, {} repaired; {}",
                source.profile().title(),
                window.from(),
                window.until(),
                dryRun ? ", dry run" : "",
                papers.announced(),
                papers.held(),
                counts.added(),
                counts.changed(),
                repaired,
                outcome);
        return new SyncReport(
                source.profile().name(),
                window.from(),
                window.until(),
                dryRun,
                outcome,
                counts,
                papers.announced(),
                papers.held(),
                repaired,
                ledger.days(source, window.from(), window.until()),
                problems,
                Duration.between(start, clock.instant()));
    }
}
