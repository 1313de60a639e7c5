package dev.broadsheet.ingest.ledger;

import dev.broadsheet.ingest.ledger.LedgerQueries.Cell;
import dev.broadsheet.source.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reading lists for a day although it was announced on a day before, where it stays. Kept for
 * the whole reading, since a list may be longer than a transaction. For one thread.
 */
public final class Repeats {
    private final Map<Cell, Set<String>> names = new HashMap<>();

    public void add(Cell cell, String name) {
        names.computeIfAbsent(cell, key -> new HashSet<>()).add(name);
    }

    /** Whether at least half of the list stands on days before: then it is a list of one of those. */
    public boolean isStale(Tally tally) {
        int repeated = of(tally);
        return tally.expected() != null && repeated > 0 && repeated >= tally.expected() - repeated;
    }

    /** How many papers the day itself must have by this count; null where it gives no number. */
    @Nullable Integer expected(Tally tally) {
        return tally.expected() == null ? null : Integer.valueOf(tally.expected() - of(tally));
    }

    private int of(Tally tally) {
        return names.getOrDefault(new Cell(tally.part(), tally.day()), Set.of()).size();
    }
}
