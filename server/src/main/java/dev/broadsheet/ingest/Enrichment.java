package dev.broadsheet.ingest;

import dev.broadsheet.database.Claims.Claim;
import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.IngestReport.Outcome;
import dev.broadsheet.ingest.harvest.AskedRecords;
import dev.broadsheet.ingest.harvest.EnrichmentMarks;
import dev.broadsheet.ingest.harvest.EnrichmentRows;
import dev.broadsheet.ingest.harvest.EnrichmentRows.Wanted;
import dev.broadsheet.ingest.harvest.FailedSourceException;
import dev.broadsheet.ingest.harvest.HarvestPlan;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks sources what they know of papers that are here already: a DOI, a venue, code, a retraction.
 * Papers of the last sixty days and those added in the last thirty are asked about, newest first,
 * and again after a week. Nothing waits for it, and its trouble is logged and goes no further.
 * Thread-safe; of two runs of one source at a time, be it on two servers, one asks.
 */
public final class Enrichment {
    private static final Logger LOG = LoggerFactory.getLogger(Enrichment.class);

    /** So many papers a run at most. */
    static final int MOST = 200;

    private final Ingest ingest;
    private final Database database;
    private final Clock clock;

    /** @param database the one that the ingest works on */
    public Enrichment(Ingest ingest, Database database, Clock clock) {
        this.ingest = ingest;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Asks the source about at most 200 papers that it is to be asked about now. Never throws for
     * what the source does or for a full disk; what came before is kept.
     *
     * @param source one whose profile says by which identifiers it looks papers up
     * @param stop asked again and again; true ends the run soon
     */
    public void run(LiveSource source, BooleanSupplier stop) {
        try (Claim claim = database.claims()
                .claim("enrichment of " + source.profile().name())
                .orElse(null)) {
            if (claim == null) {
                LOG.info(
                        "{}, enrichment: another one runs already",
                        source.profile().title());
                return;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            List<Wanted> wanted = database.read(sql -> EnrichmentRows.due(sql, source, now, MOST));
            Optional<Source> records = wanted.isEmpty()
                    ? Optional.empty()
                    : source.records(
                            wanted.stream().map(one -> one.identifier().name()).toList());
            if (records.isPresent()) {
                ask(source, records.get(), wanted, now, claim.orTakenOver(stop));
            }
        } catch (OperatorException e) {
            LOG.warn("{}, enrichment: {}", source.profile().title(), e.getMessage());
        }
    }

    private void ask(LiveSource source, Source records, List<Wanted> wanted, Instant now, BooleanSupplier stop) {
        // A name of its own: what is said now stands against what was said last week.
        String live = "enrichment " + source.profile().name();
        Source asked = new AskedRecords(records, live + " " + now, wanted);
        EnrichmentMarks marks = new EnrichmentMarks(database, source.profile().name(), wanted, now);
        try {
            IngestReport report = ingest.run(
                    asked, HarvestPlan.snapshot(live, Set.of()), progress -> marks.asked(progress.done()), stop);
            if (report.outcome() == Outcome.FINISHED) {
                marks.asked(wanted.size());
            } else if (report.outcome() == Outcome.BROKEN_OFF) {
                marks.brokenOff();
            }
            IngestCounts counts = report.counts();
            LOG.info(
                    "{}: asked about {} papers: {} changed, {} as they were, {} unknown or not readable{}",
                    source.profile().title(),
                    marks.count(),
                    counts.added() + counts.changed(),
                    counts.unchanged(),
                    counts.rejected(),
                    report.problem() == null ? "" : "; " + report.problem());
        } catch (FailedSourceException e) {
            marks.brokenOff();
            LOG.error("{}, enrichment", source.profile().title(), e);
        } finally {
            // Nobody goes on with it, or with one that died: the next run asks for other papers.
            ingest.deleteFiles(asked);
            ingest.forget(
                    live, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        }
    }
}
