package dev.broadsheet.ingest;

import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.ingest.ledger.LedgerQueries.Cell;
import dev.broadsheet.ingest.ledger.LedgerQueries.Counted;
import dev.broadsheet.ingest.ledger.LedgerQueries.Held;
import dev.broadsheet.source.LiveSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the figures say of a day.
 *
 * @param announced with the weeks before, by which a day is judged
 * @param counted likewise
 * @param now what was counted later was counted while the clock was ahead, and tells nothing
 */
record LedgerVerdict(
        LiveSource source,
        Map<Cell, Integer> announced,
        Map<Cell, Counted> counted,
        Map<Cell, Held> held,
        Map<Cell, List<String>> missing,
        Instant now) {
    /** How many weeks back tell what a weekday usually has. */
    static final int WEEKS = 8;

    /** Of fewer nothing is usual. */
    private static final int FEWEST_WEEKS = 4;

    LedgerDay of(Cell cell) {
        int named = announced.getOrDefault(cell, 0);
        Counted count = counted.get(cell);
        Held here = held.getOrDefault(cell, Held.NONE);
        int expected = expected(cell);
        Judgement judgement = judge(cell, here.papers());
        return new LedgerDay(
                source.profile().name(),
                cell.part(),
                cell.day(),
                judgement.verdict,
                count == null ? null : Integer.valueOf(expected),
                count == null ? List.of() : count.origins(),
                here.papers(),
                missing.getOrDefault(cell, List.of()),
                Math.max(named, expected) - here.papers(),
                here.repaired(),
                count == null ? null : count.latest(),
                judgement.remark);
    }

    /** Whether nothing needs to be counted on the day any more. */
    boolean isCounted(LocalDate day) {
        return source.profile().calendar().quiet(day).isPresent()
                || source.profile().parts().stream().allMatch(part -> isSettled(new Cell(part, day)));
    }

    private record Judgement(Verdict verdict, @Nullable String remark) {}

    private Judgement judge(Cell cell, int received) {
        Optional<String> quiet = source.profile().calendar().quiet(cell.day());
        int expected = expected(cell);
        if (quiet.isPresent() && expected == 0) {
            return new Judgement(Verdict.QUIET, quiet.get());
        }
        if (!isSettled(cell)) {
            return new Judgement(
                    Verdict.OPEN,
                    counted.containsKey(cell)
                            ? "counted before the source was through with the day"
                            : "not counted yet");
        }
        if (received < expected) {
            return new Judgement(Verdict.MISSING, null);
        }
        if (expected == 0) {
            return new Judgement(Verdict.NOTHING, "nothing was announced, on a day on which something should be");
        }
        double usual = usual(cell);
        if (expected < usual / 2) {
            return new Judgement(
                    Verdict.FEW, "fewer than half of what this weekday usually has, about " + Math.round(usual));
        }
        return new Judgement(
                Verdict.COMPLETE,
                quiet.map(reason -> "announced, though on such a day nothing usually is: " + reason)
                        .orElse(null));
    }

    private int expected(Cell cell) {
        Counted count = counted.get(cell);
        Integer given = count == null ? null : count.expected();
        return Math.max(announced.getOrDefault(cell, 0), Objects.requireNonNullElse(given, 0));
    }

    private boolean isSettled(Cell cell) {
        Counted count = counted.get(cell);
        return count != null
                && count.services(source.profile().calendar().settled(cell.day()), now)
                        >= source.profile().witnesses();
    }

    /** The median of the weekday's last weeks, 0 where too few of them were counted. */
    private double usual(Cell cell) {
        List<Integer> before = new ArrayList<>();
        for (int week = 1; week <= WEEKS; week++) {
            Cell earlier = new Cell(cell.part(), cell.day().minusWeeks(week));
            if (isSettled(earlier)
                    && source.profile().calendar().quiet(earlier.day()).isEmpty()) {
                before.add(expected(earlier));
            }
        }
        if (before.size() < FEWEST_WEEKS) {
            return 0;
        }
        Collections.sort(before);
        int middle = before.size() / 2;
        return before.size() % 2 == 1 ? before.get(middle) : (before.get(middle - 1) + before.get(middle)) / 2.0;
    }
}
