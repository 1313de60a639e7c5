package dev.broadsheet.ingest;

import static dev.broadsheet.ingest.ScriptedLiveSource.FIRST;
import static dev.broadsheet.ingest.ScriptedLiveSource.NAME;
import static dev.broadsheet.ingest.ScriptedLiveSource.noon;
import static dev.broadsheet.ingest.ScriptedLiveSource.paper;
import static dev.broadsheet.ingest.ScriptedLiveSource.settledOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.Announcement.Kind;
import dev.broadsheet.source.Tally;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger against an oracle that holds everything in lists and counts anew for each day. */
class LedgerVerdictTest {
    private static final LocalDate START = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 100;
    private static final Instant NOW = noon(START.plusDays(DAYS));

    @TempDir
    Path folder;

    private final List<Announcement> announced = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final Set<String> held = new HashSet<>();

    @Test
    void theVerdictIsTheOneThatFollowsFromTheStatements() {
        long seed = 20260821;
        Random random = new Random(seed);
        ScriptedLiveSource source = new ScriptedLiveSource();
        Set<Verdict> seen = new HashSet<>();
        try (Database database = Database.sqlite(folder.resolve("catalogue.db"))) {
            Ingest ingest = new Ingest(new Catalogue(database), folder.resolve("rejects"), Clock.systemUTC());
            ingest.run(new ScriptedSource("all", script(random)), progress -> {}, () -> false);
            Ledger ledger = new Ledger(database, new StandingClock(NOW));
            List<LedgerDay> days = ledger.days(source, START, START.plusDays(DAYS - 1L));
            assertThat(days).hasSize(2 * DAYS);
            for (LedgerDay day : days) {
                if (day.part().equals(FIRST)) {
                    seen.add(day.verdict());
                    assertThat(day.verdict()).as("seed %d, %s", seed, day).isEqualTo(verdict(day.day()));
                    assertThat(day.received())
                            .as("seed %d, %s", seed, day)
                            .isEqualTo(named(day.day()) - missing(day.day()).size());
                    assertThat(day.missing())
                            .as("seed %d, %s", seed, day)
                            .containsExactlyInAnyOrderElementsOf(missing(day.day()));
                }
            }
        }
        assertThat(seen).as("seed %d", seed).containsExactlyInAnyOrder(Verdict.values());
    }

    private List<Object> script(Random random) {
        List<Object> script = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = START.plusDays(i);
            boolean weekend = isWeekend(day);
            int papers = weekend || random.nextInt(8) == 0 ? 0 : random.nextInt(4) == 0 ? 2 : 6 + random.nextInt(6);
            for (int p = 0; p < papers; p++) {
                String name = "p" + i + "-" + p;
                announced.add(new Announcement(NAME, FIRST, day, name, Kind.NEW, 1, true));
                if (random.nextInt(60) > 0) {
                    held.add(name);
                }
            }
            if (random.nextInt(12) > 0) {
                tallies.add(tally(day, random.nextBoolean() ? null : papers, "one", random));
            }
            if (random.nextInt(3) == 0) {
                int more = random.nextInt(12) == 0 ? 1 : 0;
                tallies.add(tally(day, papers + more, "two", random));
            }
        }
        script.addAll(announced);
        held.forEach(name -> script.add(paper(name)));
        script.addAll(tallies);
        return script;
    }

    private static Tally tally(LocalDate day, @Nullable Integer expected, String origin, Random random) {
        Instant at = settledOn(day).plusSeconds(random.nextInt(10) == 0 ? -1 : random.nextInt(2));
        boolean ahead = random.nextInt(20) == 0;
        return ScriptedLiveSource.tally(FIRST, day, expected, origin, ahead ? NOW.plusSeconds(1) : at);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private int named(LocalDate day) {
        return Math.toIntExact(announced.stream()
                .filter(announcement -> announcement.day().equals(day))
                .count());
    }

    private List<String> missing(LocalDate day) {
        return announced.stream()
                .filter(announcement -> announcement.day().equals(day))
                .map(Announcement::name)
                .filter(name -> !held.contains(name))
                .toList();
    }

    private int expected(LocalDate day) {
        int most = named(day);
        for (Tally tally : tallies) {
            Integer expected = tally.expected();
            if (tally.day().equals(day) && expected != null) {
                most = Math.max(most, expected);
            }
        }
        return most;
    }

    private boolean counted(LocalDate day) {
        return tallies.stream()
                .anyMatch(tally -> tally.day().equals(day)
                        && !tally.at().isBefore(settledOn(day))
                        && !tally.at().isAfter(NOW));
    }

    private Verdict verdict(LocalDate day) {
        int expected = expected(day);
        if (isWeekend(day) && expected == 0) {
            return Verdict.QUIET;
        }
        if (!counted(day)) {
            return Verdict.OPEN;
        }
        if (named(day) - missing(day).size() < expected) {
            return Verdict.MISSING;
        }
        if (expected == 0) {
            return Verdict.NOTHING;
        }
        int known = 0;
        int below = 0;
        List<Integer> doubled = new ArrayList<>();
        for (int week = 1; week <= 8; week++) {
            LocalDate earlier = day.minusWeeks(week);
            if (counted(earlier) && !isWeekend(earlier)) {
                known++;
                doubled.add(2 * expected(earlier));
            }
        }
        doubled.sort(null);
        if (known >= 4) {
            below = (doubled.get((known - 1) / 2) + doubled.get(known / 2)) / 2;
        }
        return 4 * expected < below ? Verdict.FEW : Verdict.COMPLETE;
    }
}
