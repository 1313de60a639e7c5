package dev.broadsheet.ops;

import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.ingest.LedgerDay;
import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.ingest.SyncRun;
import dev.broadsheet.source.LiveSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a live source announced on some days against what is held.
 *
 * @param name in settings, addresses and the ledger
 * @param title for a person
 * @param parts those followed, in the order of the settings; one empty text where it has none
 * @param run how its last run went; null where there was none yet
 * @param from the first day
 * @param until the last day
 * @param announcingDays on how many of the days it announces anything
 * @param completeDays on how many of those every part was counted, something was announced, and all
 *     of it is held
 * @param missingPapers how many announced papers are not held, each once as far as their names are known
 * @param days each day of each part, by day, then in the order of the parts
 */
public record SourceReport(
        String name,
        String title,
        List<String> parts,
        @Nullable SyncRun run,
        LocalDate from,
        LocalDate until,
        int announcingDays,
        int completeDays,
        int missingPapers,
        List<LedgerDay> days) {
    private static final Set<Verdict> LACKING = Set.of(Verdict.OPEN, Verdict.MISSING);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public SourceReport {
        parts = List.copyOf(parts);
        days = List.copyOf(days);
    }

    /** Looks at the last {@link StatusReport#LEDGER_DAYS}, but not at days before anyone asked for papers. */
    public static SourceReport lastWeeks(LiveSource source, Ledger ledger, LocalDate today) {
        LocalDate earliest = today.minusDays(StatusReport.LEDGER_DAYS - 1L);
        LocalDate atFirst = today.minusDays(source.profile().lookback().daysAtFirst());
        LocalDate begin = ledger.firstCounted(source.profile().name(), earliest)
                .or(() -> ledger.firstCounted(source.profile().name(), LocalDate.EPOCH)
                        .map(before -> earliest))
                .filter(day -> day.isBefore(atFirst))
                .orElse(atFirst);
        return of(source, ledger, begin.isBefore(earliest) ? earliest : begin, today);
    }

    /** Looks into the ledger; both days included. */
    public static SourceReport of(LiveSource source, Ledger ledger, LocalDate from, LocalDate until) {
        List<LedgerDay> days = ledger.days(source, from, until);
        int announcing = 0;
        int complete = 0;
        for (List<LedgerDay> parts : byDay(days).values()) {
            if (parts.stream().anyMatch(part -> part.verdict() != Verdict.QUIET)) {
                announcing++;
                complete += isComplete(parts) ? 1 : 0;
            }
        }
        return new SourceReport(
                source.profile().name(),
                source.profile().title(),
                source.profile().parts(),
                ledger.lastRun(source.profile().name()).orElse(null),
                from,
                until,
                announcing,
                complete,
                missing(days),
                days);
    }

    /** A small part may have nothing on a day; if no part has anything, that is more likely a mistake. */
    private static boolean isComplete(List<LedgerDay> parts) {
        return parts.stream().noneMatch(part -> LACKING.contains(part.verdict()))
                && parts.stream()
                        .anyMatch(part -> part.verdict() != Verdict.NOTHING && part.verdict() != Verdict.QUIET);
    }

    /** The days, the latest first, each with its parts in order. */
    public SequencedMap<LocalDate, List<LedgerDay>> latestFirst() {
        return byDay(days).reversed();
    }

    /** In one line: "18 of 20 days complete, 3 papers missing, last asked 21 August 2026, 06:12 UTC". */
    public String words() {
        String counted = announcingDays == 0
                ? "nothing was to be announced"
                : completeDays + " of " + announcingDays + (announcingDays == 1 ? " day" : " days") + " complete";
        String missing = missingPapers == 0
                ? ""
                : ", " + String.format(Locale.ENGLISH, "%,d", missingPapers)
                        + (missingPapers == 1 ? " paper" : " papers") + " missing";
        return counted + missing + ", " + asked();
    }

    private String asked() {
        if (run == null) {
            return "never asked yet";
        }
        Instant ended = run.endedAt();
        return ended == null
                ? "a run began " + moment(run.startedAt()) + " and has not ended"
                : "last asked " + moment(ended);
    }

    /** "21 August 2026, 06:12 UTC". */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static SequencedMap<LocalDate, List<LedgerDay>> byDay(List<LedgerDay> days) {
        TreeMap<LocalDate, List<LedgerDay>> byDay = new TreeMap<>();
        for (LedgerDay day : days) {
            byDay.computeIfAbsent(day.day(), key -> new ArrayList<>()).add(day);
        }
        return byDay;
    }

    private static int missing(List<LedgerDay> days) {
        Set<String> names = new HashSet<>();
        int unnamed = 0;
        for (LedgerDay day : days) {
            names.addAll(day.missing());
            unnamed += day.verdict() == Verdict.QUIET
                    ? 0
                    : Math.max(0, day.missingCount() - day.missing().size());
        }
        return names.size() + unnamed;
    }
}
