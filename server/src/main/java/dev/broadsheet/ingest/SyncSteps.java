package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.IngestReport.Outcome;
import dev.broadsheet.ingest.harvest.FailedSourceException;
import dev.broadsheet.ingest.harvest.HarvestPlan;
import dev.broadsheet.ingest.harvest.SyncWindow;
import dev.broadsheet.ingest.ledger.LedgerQueries;
import dev.broadsheet.ingest.ledger.RefusedNames;
import dev.broadsheet.ingest.ledger.VersionGaps;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over a live source. For one thread, once. */
final class SyncSteps {
    private static final Logger LOG = LoggerFactory.getLogger(SyncSteps.class);

    private final Ingest ingest;
    private final Ledger ledger;
    private final Database database;
    private final LiveSource source;
    private final SyncWindow window;
    private final Instant start;
    private final SyncListener listener;
    private final BooleanSupplier stop;
    private final List<String> problems = new ArrayList<>();
    private IngestCounts counts = IngestCounts.NONE;
    private int repaired;
    private boolean stopped;

    SyncSteps(
            Ingest ingest,
            Ledger ledger,
            Database database,
            LiveSource source,
            SyncWindow window,
            Instant start,
            SyncListener listener,
            BooleanSupplier stop) {
        this.ingest = ingest;
        this.ledger = ledger;
        this.database = database;
        this.source = source;
        this.window = window;
        this.start = start;
        this.listener = listener;
        this.stop = stop;
    }

    void run() {
        for (Source step : source.latest()) {
            read(step, HarvestPlan.snapshot(source.profile().name(), Set.of()));
        }
        for (Source step : source.changes(window.from(), window.until())) {
            read(step, HarvestPlan.listing(source.profile().name()));
        }
        if (!stopped) {
            closeGaps();
        }
    }

    SyncRun.Outcome outcome() {
        if (stopped) {
            return SyncRun.Outcome.STOPPED;
        }
        return problems.isEmpty() ? SyncRun.Outcome.FINISHED : SyncRun.Outcome.BROKEN_OFF;
    }

    IngestCounts counts() {
        return counts;
    }

    int repaired() {
        return repaired;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> problemsAnd(String another) {
        List<String> all = new ArrayList<>(problems);
        all.add(another);
        return all;
    }

    private void closeGaps() {
        Set<String> missing = missing();
        Set<String> wanted = gaps();
        wanted.addAll(missing);
        if (!window.insistent()) {
            wanted.removeAll(database.read(
                    sql -> RefusedNames.resting(sql, source.profile().name(), start)));
        }
        if (wanted.isEmpty()) {
            return;
        }
        Optional<Source> records = source.records(List.copyOf(wanted));
        if (records.isPresent()) {
            boolean answered =
                    read(records.get(), HarvestPlan.snapshot(source.profile().name(), missing));
            Set<String> left = gaps();
            left.addAll(missing());
            Set<String> refused = new TreeSet<>(wanted);
            refused.retainAll(left);
            wanted.removeAll(left);
            repaired = wanted.size();
            note(wanted, answered ? refused : Set.of());
        }
    }

    private void note(Set<String> came, Set<String> refused) {
        database.write(transaction -> {
            RefusedNames.came(transaction, source.profile().name(), came);
            RefusedNames.note(transaction, source.profile().name(), refused, start);
            return true;
        });
    }

    private Set<String> missing() {
        return new TreeSet<>(ledger.missing(source, window.gapsFrom(), window.until()));
    }

    /** Papers of which something is here, but not the whole record or not its last version. */
    private Set<String> gaps() {
        return database.read(sql -> {
            Set<String> names = VersionGaps.of(sql, source, window.gapsFrom(), window.until());
            names.addAll(new LedgerQueries(sql, source.profile().name())
                    .unconfirmed(source.profile().parts(), window.gapsFrom(), window.until()));
            return names;
        });
    }

    /** Whether it was read to its end. */
    private boolean read(Source step, HarvestPlan plan) {
        if (stopped || stop.getAsBoolean()) {
            stopped = true;
            return false;
        }
        IngestCounts before = plan.afresh() ? IngestCounts.NONE : ingest.countsToGoOnFrom(step);
        try {
            IngestReport report = ingest.run(step, plan, progress -> listener.progress(step.title(), progress), stop);
            counts = counts.plus(report.counts().minus(before));
            stopped = report.outcome() == Outcome.STOPPED;
            if (report.problem() != null) {
                problem(step, report.problem());
            }
            return report.outcome() == Outcome.FINISHED;
        } catch (FailedSourceException e) {
            // A mistake in one reader must not keep the other readings from finding what it leaves out.
            LOG.error("{}, {}", source.profile().title(), step.title(), e);
            problems.add(step.title() + ": " + e.getMessage());
            return false;
        }
    }

    private void problem(Source step, String problem) {
        LOG.warn("{}, {}: {}", source.profile().title(), step.title(), problem);
        problems.add(step.title() + ": " + problem);
    }
}
