package dev.broadsheet.ingest;

import dev.broadsheet.ingest.IngestReport.Outcome;
import dev.broadsheet.ingest.harvest.AskedRecords;
import dev.broadsheet.ingest.harvest.FailedSourceException;
import dev.broadsheet.ingest.harvest.HarvestPlan;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.LiveSources;
import dev.broadsheet.source.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a paper that is not here and that somebody waits for, from the sources of the settings and from nobody else.
 * Thread-safe.
 */
public final class SinglePapers {
    private static final Logger LOG = LoggerFactory.getLogger(SinglePapers.class);

    /** So long somebody waits for all sources together. */
    private static final long PATIENCE = Duration.ofSeconds(25).toNanos();

    private final Ingest ingest;
    private final LiveSources sources;
    private final Clock clock;

    /** @param clock in the zone of the ledger's days */
    public SinglePapers(Ingest ingest, LiveSources sources, Clock clock) {
        this.ingest = ingest;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param asked the titles of the sources that were asked; empty where none can be asked by such an identifier
     * @param troubled the titles of those that could not be read, or did not answer in time
     */
    public record Answer(List<String> asked, List<String> troubled) {}

    /**
     * Asks one source after another, until one has given the paper or half a minute has passed, and files what it gave.
     * Whether the paper is here now is asked of the catalogue.
     *
     * @throws OperatorException if the disk is full
     */
    public Answer fetch(Identifier identifier) {
        long start = System.nanoTime();
        BooleanSupplier late = () -> System.nanoTime() - start > PATIENCE;
        List<String> asked = new ArrayList<>();
        List<String> troubled = new ArrayList<>();
        for (LiveSource source : givers(identifier)) {
            Optional<Source> records = source.records(List.of(identifier.name()));
            if (records.isEmpty()) {
                continue;
            }
            asked.add(source.profile().title());
            if (late.getAsBoolean()) {
                troubled.add(source.profile().title());
                continue;
            }
            if (!read(source, records.get(), identifier, late)) {
                troubled.add(source.profile().title());
            } else if (ingest.holds(identifier)) {
                break;
            }
        }
        return new Answer(List.copyOf(asked), List.copyOf(troubled));
    }

    /** Of each name one, those that are asked for lists first. */
    private List<LiveSource> givers(Identifier identifier) {
        Map<String, LiveSource> givers = new LinkedHashMap<>();
        for (List<LiveSource> some : List.of(sources.all(), sources.enriching())) {
            some.stream()
                    .filter(source -> source.givesBy().contains(identifier.scheme()))
                    .forEach(source -> givers.putIfAbsent(source.profile().name(), source));
        }
        return List.copyOf(givers.values());
    }

    /** Whether it was read to its end. */
    private boolean read(LiveSource source, Source records, Identifier identifier, BooleanSupplier late) {
        String live = "single " + source.profile().name();
        // A name of its own: two people may want the same paper at the same moment.
        Source asked = new AskedRecords(records, live + " " + UUID.randomUUID(), Set.of(identifier));
        try {
            IngestReport report = ingest.run(asked, HarvestPlan.snapshot(live, Set.of()), progress -> {}, late);
            if (report.problem() != null) {
                LOG.warn("{}, asked for {}: {}", source.profile().title(), identifier, report.problem());
            }
            return report.outcome() == Outcome.FINISHED;
        } catch (FailedSourceException e) {
            LOG.error("{}, asked for {}", source.profile().title(), identifier, e);
            return false;
        } finally {
            // Nobody goes on with it.
            ingest.deleteFiles(asked);
            ingest.forget(
                    live, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        }
    }
}
