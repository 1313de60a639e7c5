package dev.broadsheet.web.shared;

import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.ingest.LedgerDay;
import dev.broadsheet.ops.SourceReport;
import dev.broadsheet.source.LiveSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The live sources, and what the ledger says of them. */
public final class SourceOverview {
    private final List<LiveSource> sources;
    private final Ledger ledger;
    private final Clock clock;

    public SourceOverview(List<LiveSource> sources, Ledger ledger, Clock clock) {
        this.sources = sources;
        this.ledger = ledger;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** The ledger's day, which is the same everywhere. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public Optional<SourceReport> report(String name, LocalDate from, LocalDate until) {
        return sources.stream()
                .filter(source -> source.profile().name().equals(name))
                .findFirst()
                .map(source -> SourceReport.of(source, ledger, from, until));
    }

    public Optional<String> title(String name) {
        return sources.stream()
                .filter(source -> source.profile().name().equals(name))
                .map(source -> source.profile().title())
                .findFirst();
    }

    /**
     * What the sources announced on a day and how much of it is here, of each source that has something to tell.
     *
     * @param category only this part, where a source has it; null for all
     */
    public List<AnnouncedDay> announced(LocalDate day, @Nullable String category) {
        LocalDate today = today();
        List<AnnouncedDay> lines = new ArrayList<>();
        for (LiveSource source : sources) {
            List<LedgerDay> days = ledger.days(source, day, day).stream()
                    .filter(part -> category == null || part.part().equals(category))
                    .toList();
            boolean recent = !day.isBefore(today.minusDays(Math.max(
                    source.profile().lookback().daysAtFirst(),
                    source.profile().lookback().daysAgain())));
            boolean known = days.stream().anyMatch(part -> part.expected() != null || part.received() > 0);
            if (!days.isEmpty() && (recent || known)) {
                lines.add(new AnnouncedDay(
                        source.profile().title(), source.profile().name(), days));
            }
        }
        return lines;
    }

    /** How far the sources are that are to fill an empty catalogue, a sentence for each. */
    public List<String> beginnings() {
        return sources.stream()
                .map(source -> ledger.lastRun(source.profile().name())
                        .map(run -> {
                            if (run.endedAt() == null) {
                                return source.profile().title() + " is being asked since "
                                        + SourceReport.moment(run.startedAt()) + ".";
                            }
                            String problem = run.problem();
                            return problem == null
                                    ? source.profile().title() + " was asked, and had nothing new to tell."
                                    : source.profile().title() + " could not be read: "
                                            + Objects.requireNonNull(problem)
                                                    .lines()
                                                    .findFirst()
                                                    .orElse("")
                                            + " It is asked again by itself.";
                        })
                        .orElse(source.profile().title() + " will be asked in a moment."))
                .toList();
    }
}
