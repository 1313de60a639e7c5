package dev.broadsheet.ingest;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.ledger.LedgerQueries;
import dev.broadsheet.ingest.ledger.LedgerQueries.Cell;
import dev.broadsheet.ingest.ledger.LedgerQueries.Counted;
import dev.broadsheet.ingest.ledger.LedgerQueries.Held;
import dev.broadsheet.source.LiveSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was announced against what is held: source by source, part by part, day by day. Nothing is
 * called complete that was not counted. Thread-safe; each method sees one consistent state.
 */
public final class Ledger {
    /** A run goes back to a day that was left out, but not further than this. */
    private static final int LONGEST_OUTAGE = 60;

    private final Database database;
    private final Clock clock;

    public Ledger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Each day of each part that the source follows, by day, then in the order of the parts. Days to
     * come are left out.
     *
     * @param until the last day, included
     */
    public List<LedgerDay> days(LiveSource source, LocalDate from, LocalDate until) {
        LocalDate last = until.isAfter(today()) ? today() : until;
        if (last.isBefore(from)) {
            return List.of();
        }
        LocalDate earliest = from.minusWeeks(LedgerVerdict.WEEKS);
        return database.read(sql -> {
            LedgerQueries queries = new LedgerQueries(sql, source.profile().name());
            Map<Cell, Integer> announced = queries.announced(earliest, last);
            Map<Cell, Counted> counted = queries.counted(earliest, last);
            Map<Cell, Held> held = queries.held(from, last);
            boolean whole = held.entrySet().stream()
                    .allMatch(entry -> entry.getValue().papers() >= announced.getOrDefault(entry.getKey(), 0));
            Map<Cell, List<String>> missing = whole ? Map.of() : queries.missing(from, last);
            LedgerVerdict verdict = new LedgerVerdict(source, announced, counted, held, missing, clock.instant());
            List<LedgerDay> days = new ArrayList<>();
            for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
                for (String part : source.profile().parts()) {
                    days.add(verdict.of(new Cell(part, day)));
                }
            }
            return days;
        });
    }

    /** The names of all papers that were announced on these days (as new or cross-listed) and are not held. */
    public List<String> missing(LiveSource source, LocalDate from, LocalDate until) {
        return database.read(sql -> {
            Set<String> names = new LinkedHashSet<>();
            new LedgerQueries(sql, source.profile().name()).eachMissing(from, until, (cell, name) -> {
                if (source.profile().parts().contains(cell.part())) {
                    names.add(name);
                }
            });
            return List.copyOf(names);
        });
    }

    /** How the source's last run went; empty where there was none. */
    public Optional<SyncRun> lastRun(String source) {
        return database.read(sql -> SyncRunRows.of(sql, source));
    }

    /**
     * Where the next run must start: at the first day that was not counted once it was settled. It
     * reads the source's last days again in any case. It goes back as far as a first run does, and
     * further if days before were counted, because none that comes after those may be left out.
     */
    public LocalDate nextFrom(LiveSource source, LocalDate today) {
        LocalDate latest = today.minusDays(source.profile().lookback().daysAgain());
        LocalDate first = today.minusDays(source.profile().lookback().daysAtFirst());
        LocalDate furthest =
                today.minusDays(Math.max(source.profile().lookback().daysAtFirst(), LONGEST_OUTAGE));
        Map<Cell, Counted> counted =
                database.read(sql -> new LedgerQueries(sql, source.profile().name()).counted(furthest, today));
        // Not the last day counted: lists of what is new count today, whatever was left out before.
        LocalDate firstCounted = counted.keySet().stream()
                .map(Cell::day)
                .min(LocalDate::compareTo)
                .orElse(first);
        LocalDate day = firstCounted.isBefore(first) ? firstCounted : first;
        LedgerVerdict verdict = new LedgerVerdict(source, Map.of(), counted, Map.of(), Map.of(), clock.instant());
        while (day.isBefore(latest) && verdict.isCounted(day)) {
            day = day.plusDays(1);
        }
        return day.isBefore(latest) ? day : latest;
    }

    /** The first day from this one on that was counted of this source. */
    public Optional<LocalDate> firstCounted(String source, LocalDate from) {
        return database.read(sql -> sql.sql("select min(day) from tally where source = ? and day >= ?")
                .param(source)
                .param(from.toString())
                .query(String.class)
                .optional()
                .map(LocalDate::parse));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
