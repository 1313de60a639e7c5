package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the catalogue up to date with a live source: what is new at this moment, what appeared or
 * changed since, and then, one by one, what was announced and did not come. Thread-safe.
 */
public final class Sync {
    private final Ingest ingest;
    private final Ledger ledger;
    private final Database database;
    private final Clock clock;

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
     * @param from the first day, null for {@link Ledger#nextFrom}
     * @param until the last day, null for today
     * @param dryRun whether only to read, and to write nothing
     * @param stop asked again and again; true ends the run soon
     * @throws dev.broadsheet.database.OperatorException if the source is being read already, here or
     *     in another process, if the days lie in the future or the wrong way round, or if the disk is
     *     full; what was committed before is kept
     */
    public SyncReport run(
            LiveSource source,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean dryRun,
            SyncListener listener,
            BooleanSupplier stop) {
        Instant start = clock.instant();
        LocalDate last = until == null ? ledger.today() : until;
        LocalDate first = from == null ? ledger.nextFrom(source, last) : from;
        List<Source> steps = new ArrayList<>(source.latest());
        steps.addAll(source.changes(first, last));
        IngestCounts counts = IngestCounts.NONE;
        List<String> problems = new ArrayList<>();
        database.write(transaction -> {
            SyncRunRows.started(transaction, source.name(), start);
            return true;
        });
        for (Source step : steps) {
            IngestReport report = ingest.runAgain(step, progress -> listener.progress(step.title(), progress), stop);
            if (report.problem() != null) {
                problems.add(step.title() + ": " + report.problem());
            }
        }
        SyncRun.Outcome outcome = problems.isEmpty() ? SyncRun.Outcome.FINISHED : SyncRun.Outcome.BROKEN_OFF;
        database.write(transaction -> {
            SyncRunRows.ended(transaction, source.name(), outcome, problems, clock.instant());
            return true;
        });
        List<LedgerDay> days = ledger.days(source, first, last);
        return new SyncReport(
                source.name(),
                first,
                last,
                dryRun,
                outcome,
                counts,
                0,
                0,
                0,
                days,
                problems,
                Duration.between(start, clock.instant()));
    }
}
