package dev.broadsheet.ingest;

import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.ingest.ledger.LedgerQueries.Cell;
import dev.broadsheet.source.LiveSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells after a run how many in a row ended with the same trouble. For one thread, once. */
final class FailureStreak {
    private final Ledger ledger;
    private final LiveSource source;
    private final Instant start;
    private final LocalDate today;
    private final int before;
    private final Set<Cell> lackingBefore;

    /** @param start of the run, which has not read anything yet */
    FailureStreak(Ledger ledger, LiveSource source, Instant start) {
        this.ledger = ledger;
        this.source = source;
        this.start = start;
        this.today = ledger.today();
        Optional<SyncRun> last = ledger.lastRun(source.profile().name());
        this.before = last.map(SyncRun::setbacks).orElse(0);
        // What was settled since is new trouble, if it is any, and is to be asked for eagerly again.
        this.lackingBefore = last.map(run -> lacking(run.startedAt())).orElse(Set.of());
    }

    /** The number with this run, which ended like this. */
    int after(SyncRun.Outcome outcome) {
        if (outcome == SyncRun.Outcome.STOPPED) {
            return before;
        }
        Set<Cell> lacking = lacking(start);
        if (outcome == SyncRun.Outcome.FINISHED && lacking.isEmpty()) {
            return 0;
        }
        return lacking.equals(lackingBefore) ? before + 1 : 1;
    }

    /** The days read again in any case that were over at that time and of which something is missing. */
    private Set<Cell> lacking(Instant at) {
        return ledger.days(source, today.minusDays(source.profile().lookback().daysAgain()), today).stream()
                .filter(day -> day.verdict() == Verdict.OPEN || day.verdict() == Verdict.MISSING)
                .filter(day -> !source.profile().calendar().settled(day.day()).isAfter(at))
                .map(day -> new Cell(day.part(), day.day()))
                .collect(Collectors.toSet());
    }
}
