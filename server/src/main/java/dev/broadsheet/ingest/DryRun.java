package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.filing.FilingOutcome;
import dev.broadsheet.ingest.filing.PreparedRecord;
import dev.broadsheet.ingest.harvest.Chunk;
import dev.broadsheet.ingest.harvest.ChunkReader;
import dev.broadsheet.ingest.harvest.FailedSourceException;
import dev.broadsheet.ingest.harvest.SyncWindow;
import dev.broadsheet.ingest.ledger.LedgerQueries;
import dev.broadsheet.ingest.ledger.LedgerQueries.Papers;
import dev.broadsheet.installation.Digest;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a live source and writes nothing. For one thread, once. */
final class DryRun {
    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);

    private final Database database;
    private final LiveSource source;
    private final SyncListener listener;
    private final BooleanSupplier stop;
    private final Set<String> announced = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    private IngestCounts counts = IngestCounts.NONE;
    private boolean stopped;

    DryRun(Database database, LiveSource source, SyncListener listener, BooleanSupplier stop) {
        this.database = database;
        this.source = source;
        this.listener = listener;
        this.stop = stop;
    }

    void run(SyncWindow window) {
        List<Source> steps = new ArrayList<>(source.latest());
        steps.addAll(source.changes(window.from(), window.until()));
        for (Source step : steps) {
            if (!stopped) {
                read(step, window);
            }
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

    List<String> problems() {
        return List.copyOf(problems);
    }

    Papers papers() {
        return database.read(sql -> {
            LedgerQueries queries = new LedgerQueries(sql, source.profile().name());
            return new Papers(
                    announced.size(),
                    Math.toIntExact(announced.stream().filter(queries::isHeld).count()));
        });
    }

    private void read(Source step, SyncWindow window) {
        try (ChunkReader chunks = new ChunkReader(Ingest.open(step, null), Digest.name(step.harvest()))) {
            Chunk chunk = chunks.take(stop);
            while (chunk != null) {
                count(chunk, window);
                listener.progress(step.title(), new IngestProgress(chunk.done(), -1, counts, 0, null));
                if (chunk.last()) {
                    if (chunk.problem() != null) {
                        problem(step, chunk.problem());
                    }
                    return;
                }
                chunk = chunks.take(stop);
            }
            stopped = true;
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            problem(step, String.valueOf(e.getMessage()));
        } catch (FailedSourceException e) {
            LOG.error("{}, {}", source.profile().title(), step.title(), e);
            problems.add(step.title() + ": " + e.getMessage());
        }
    }

    private void count(Chunk chunk, SyncWindow window) {
        for (Announcement announcement : chunk.announcements()) {
            boolean asked = !announcement.day().isBefore(window.from())
                    && !announcement.day().isAfter(window.until());
            if (asked
                    && announcement.kind() != Announcement.Kind.REPLACEMENT
                    && source.profile().parts().contains(announcement.part())) {
                announced.add(announcement.name());
            }
        }
        counts = database.read(sql -> {
            IngestCounts sum = counts;
            for (PreparedRecord prepared : chunk.records()) {
                Optional<String> known = sql.sql("select fingerprint from source_record where source = ? and name = ?")
                        .params(prepared.record().source(), prepared.record().name())
                        .query(String.class)
                        .optional();
                sum = sum.with(known.map(fingerprint ->
                                fingerprint.equals(prepared.record().fingerprint())
                                        ? FilingOutcome.UNCHANGED
                                        : FilingOutcome.CHANGED)
                        .orElse(FilingOutcome.ADDED));
            }
            return sum;
        });
        for (int i = 0; i < chunk.rejects().size(); i++) {
            counts = counts.withRejected();
        }
    }

    private void problem(Source step, String problem) {
        LOG.warn("{}, {}: {}", source.profile().title(), step.title(), problem);
        problems.add(step.title() + ": " + problem);
    }
}
