package dev.broadsheet.ingest;

import dev.broadsheet.database.Claims.Claim;
import dev.broadsheet.ingest.IngestReport.Outcome;
import dev.broadsheet.ingest.filing.PreparedRecord;
import dev.broadsheet.ingest.filing.RecordFiling;
import dev.broadsheet.ingest.harvest.Chunk;
import dev.broadsheet.ingest.harvest.ChunkReader;
import dev.broadsheet.ingest.harvest.FailedSourceException;
import dev.broadsheet.ingest.harvest.HarvestPlan;
import dev.broadsheet.ingest.harvest.RejectsFile;
import dev.broadsheet.ingest.ledger.LedgerRows;
import dev.broadsheet.ingest.ledger.Repeats;
import dev.broadsheet.installation.Digest;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.CatalogueWriter;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets the papers of a source into the catalogue. Papers, cursor and the length of the file of
 * rejects are committed together, and with them what the source announced and counted, so that an
 * import that dies goes on where it stopped, without losing or repeating anything. Thread-safe; imports
 * of different sources take turns transaction by transaction.
 */
public final class Ingest {
    /**
     * So long a transaction takes up further records. Longer ones make an import no faster, because
     * the waiting for the disk is small by then, but on SQLite keep every other writer waiting.
     */
    private static final long LONGEST_TRANSACTION = Duration.ofMillis(25).toNanos();

    private final Catalogue catalogue;
    private final Path rejects;
    private final Clock clock;

    /**
     * @param rejects the folder for records that could not be read, created when needed
     * @param clock tells when something was received or changed
     */
    public Ingest(Catalogue catalogue, Path rejects, Clock clock) {
        this.catalogue = catalogue;
        this.rejects = rejects;
        this.clock = clock;
    }

    /**
     * Reads the source from where the last run stopped to its end. What was read to its end before
     * is not read again.
     *
     * @param stop asked before each transaction and while waiting for the source; true ends the run
     * @throws OperatorException if the disk is full, or the same source is being imported elsewhere;
     *     what was committed before is kept
     */
    public IngestReport run(Source source, ProgressListener listener, BooleanSupplier stop) {
        return run(source, HarvestPlan.ONCE, listener, stop);
    }

    /** Like {@link #run}, but what was read to its end before is read again; that changes nothing. */
    public IngestReport runAgain(Source source, ProgressListener listener, BooleanSupplier stop) {
        return run(source, HarvestPlan.AGAIN, listener, stop);
    }

    /** What became of the records of an interrupted harvest so far; nothing where none was interrupted. */
    IngestCounts countsToGoOnFrom(Source source) {
        HarvestPosition position = position(source);
        return position.finished() ? IngestCounts.NONE : position.counts();
    }

    /** Forgets the harvests of a live source that nobody went on with since the day. */
    void forget(String source, LocalDate before) {
        List<String> forgotten =
                catalogue.database().write(transaction -> HarvestPosition.forget(transaction, source, before));
        forgotten.forEach(harvest -> RejectsFile.delete(rejects, harvest));
    }

    /** Removes the files of a harvest that is not running, even if it got nowhere. */
    void deleteFiles(Source source) {
        RejectsFile.delete(rejects, source.harvest());
    }

    /** Whether a paper has the identifier. */
    boolean holds(Identifier identifier) {
        return catalogue.find(identifier.toString()).isPresent();
    }

    IngestReport run(Source source, HarvestPlan plan, ProgressListener listener, BooleanSupplier stop) {
        long start = System.nanoTime();
        HarvestPosition before = position(source);
        if (before.finished() && !plan.again()) {
            // Said at once, even while another writes, for which a claim would have to wait.
            return alreadyImported(before, RejectsFile.find(rejects, source.harvest()), start);
        }
        try (Claim claim = claim(source);
                RejectsFile file = RejectsFile.open(rejects, source.title(), source.harvest())) {
            HarvestPosition position = position(source);
            if (position.finished() && !plan.again()) {
                return alreadyImported(position, file.pathIfAny(), start);
            }
            if (position.finished() || plan.afresh()) {
                position = HarvestPosition.START;
            }
            file.truncate(position.rejectsBytes());
            Source.Reading reading;
            try {
                reading = open(source, position.cursor());
            } catch (IOException e) {
                return new IngestReport(
                        Outcome.BROKEN_OFF, position.counts(), since(start), file.pathIfAny(), e.getMessage());
            }
            return write(source, plan, reading, position, file, listener, claim.orTakenOver(stop), start);
        }
    }

    private static IngestReport alreadyImported(HarvestPosition position, @Nullable Path rejected, long start) {
        return new IngestReport(Outcome.ALREADY_IMPORTED, position.counts(), since(start), rejected, null);
    }

    private HarvestPosition position(Source source) {
        return catalogue.database().read(sql -> HarvestPosition.of(sql, source.harvest()));
    }

    /** Keeps every other reading of the same content out, in whatever process, whatever its file is called. */
    private Claim claim(Source source) {
        return catalogue
                .database()
                .claims()
                .claim("harvest " + Digest.name(source.harvest()))
                .orElseThrow(() -> new OperatorException(source.title()
                        + " is being imported already. Nothing was changed. Wait for that import to end."));
    }

    /**
     * Opens the source; what it fails with but does not declare is a failure of this source alone.
     *
     * @throws FailedSourceException if the code that reads the source has a mistake
     */
    static Source.Reading open(Source source, @Nullable String cursor) throws IOException {
        try {
            return source.open(cursor);
        } catch (OperatorException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FailedSourceException(e);
        }
    }

    private IngestReport write(
            Source source,
            HarvestPlan plan,
            Source.Reading reading,
            HarvestPosition from,
            RejectsFile file,
            ProgressListener listener,
            BooleanSupplier stop,
            long start) {
        HarvestPosition position = from;
        Pace pace = new Pace(reading.done(), from.counts().records(), reading.total());
        Outcome outcome = Outcome.STOPPED;
        String problem = null;
        Repeats repeats = new Repeats();
        try (ChunkReader chunks = new ChunkReader(reading, Digest.name(nameOf(source, plan)))) {
            for (Chunk first = chunks.take(stop); first != null; first = chunks.take(stop)) {
                Written written = write(source.harvest(), plan, first, chunks, position, file, repeats);
                position = written.position;
                listener.progress(pace.progress(written.last.done(), position.counts()));
                if (written.last.last()) {
                    problem = written.last.problem();
                    outcome = problem == null ? Outcome.FINISHED : Outcome.BROKEN_OFF;
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new IngestReport(outcome, position.counts(), since(start), file.pathIfAny(), problem);
    }

    /**
     * What names this reading, so that of two states of a record within it always the same one stands.
     * A live source says something new at each reading, a file the same.
     */
    private static String nameOf(Source source, HarvestPlan plan) {
        return plan.live() == null ? source.harvest() : source.harvest() + " " + UUID.randomUUID();
    }

    /** Writes a chunk, and those after it that are there already, as long as others may be kept waiting. */
    private Written write(
            String harvest,
            HarvestPlan plan,
            Chunk first,
            ChunkReader chunks,
            HarvestPosition before,
            RejectsFile file,
            Repeats repeats) {
        Instant now = clock.instant();
        return catalogue.write(writer -> {
            long start = System.nanoTime();
            LedgerRows ledger = new LedgerRows(writer.transaction(), now, repeats);
            IngestCounts counts = before.counts();
            String cursor = before.cursor();
            List<Rejected> rejects = new ArrayList<>();
            Chunk last = first;
            for (Chunk chunk = first; chunk != null; ) {
                counts = file(writer, chunk, counts, now);
                note(ledger, chunk, plan);
                rejects.addAll(chunk.rejects());
                cursor = chunk.cursor() == null ? cursor : chunk.cursor();
                last = chunk;
                chunk = chunk.last() || System.nanoTime() - start > LONGEST_TRANSACTION ? null : chunks.poll();
            }
            HarvestPosition position = new HarvestPosition(cursor, last.finished(), file.append(rejects), counts);
            position.save(writer.transaction(), harvest, plan.live(), now);
            return new Written(position, last);
        });
    }

    private static void note(LedgerRows ledger, Chunk chunk, HarvestPlan plan) {
        chunk.announcements().forEach(ledger::announce);
        chunk.tallies().forEach(ledger::count);
        chunk.records().stream()
                .map(PreparedRecord::record)
                .filter(record ->
                        record.source().equals(plan.live()) && plan.gaps().contains(record.name()))
                .forEach(record -> ledger.repair(record.source(), record.name()));
    }

    private static IngestCounts file(CatalogueWriter writer, Chunk chunk, IngestCounts before, Instant now) {
        IngestCounts counts = before;
        RecordFiling filing = new RecordFiling(writer, now);
        for (PreparedRecord record : chunk.records()) {
            counts = counts.with(filing.file(record));
        }
        for (int i = 0; i < chunk.rejects().size(); i++) {
            counts = counts.withRejected();
        }
        return counts;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** @param last the last chunk of the transaction */
    private record Written(HarvestPosition position, Chunk last) {}

    /** Works out rate and time left. */
    private record Pace(long start, long doneBefore, long recordsBefore, long total) {
        Pace(long doneBefore, long recordsBefore, long total) {
            this(System.nanoTime(), doneBefore, recordsBefore, total);
        }

        IngestProgress progress(long done, IngestCounts counts) {
            double seconds = Math.max(1e-9, (System.nanoTime() - start) / 1e9);
            double rate = (counts.records() - recordsBefore) / seconds;
            return new IngestProgress(done, total, counts, rate, left(done, seconds));
        }

        private @Nullable Duration left(long done, double seconds) {
            if (total < 0 || done <= doneBefore) {
                return null;
            }
            double perByte = seconds / (done - doneBefore);
            return Duration.ofMillis(Math.round(Math.max(0, total - done) * perByte * 1000));
        }
    }
}
