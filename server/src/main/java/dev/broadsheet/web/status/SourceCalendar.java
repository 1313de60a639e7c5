package dev.broadsheet.web.status;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.ingest.LedgerDay;
import dev.broadsheet.ingest.LedgerDay.Verdict;
import dev.broadsheet.ingest.SyncRun;
import dev.broadsheet.ops.SourceReport;
import dev.broadsheet.web.shared.DisplayFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source's days as a table, the latest first.
 *
 * @param href its own page
 * @param summary in one line, how complete it is
 * @param run how the last run went
 * @param problems what went wrong in it
 * @param columns whether the parts are few enough to be columns
 */
record SourceCalendar(
        String title,
        String href,
        String summary,
        String run,
        List<String> problems,
        List<String> parts,
        boolean columns,
        List<Row> rows) {
    private static final int MOST_COLUMNS = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /**
     * A day.
     *
     * @param whole what is to be said of all parts alike; null where they differ
     * @param counted when it was last counted; null if never, and where all parts are alike
     */
    record Row(
            String day,
            String href,
            @Nullable Sign whole,
            List<Cell> cells,
            @Nullable String counted) {}

    /**
     * A part on a day.
     *
     * @param figures how many of how many are here, empty where neither is known
     * @param repaired how many of them had to be fetched one by one, null for none
     */
    record Cell(
            String part,
            String figures,
            Sign sign,
            @Nullable String repaired) {}

    static SourceCalendar of(SourceReport report) {
        SyncRun run = report.run();
        String problem = run == null ? null : run.problem();
        return new SourceCalendar(
                report.title(),
                Addresses.source(report.name()),
                report.words(),
                run(run),
                problem == null ? List.of() : problem.lines().toList(),
                report.parts(),
                report.parts().size() <= MOST_COLUMNS,
                report.latestFirst().entrySet().stream()
                        .map(day -> row(report.name(), day.getKey(), day.getValue()))
                        .toList());
    }

    /** "21 Aug, 06:12", by UTC. */
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** "12 of 12", "12 here", or nothing. */
    static String figures(LedgerDay day) {
        if (day.verdict() == Verdict.QUIET && day.received() == 0) {
            return "";
        }
        if (day.expected() == null) {
            return day.received() == 0 ? "" : DisplayFormat.number(day.received()) + " here";
        }
        return DisplayFormat.number(day.received()) + " of "
                + DisplayFormat.number((long) day.received() + day.missingCount());
    }

    /** Whether there is but one thing to be said of a day's parts, and no figure. */
    static boolean isAlike(List<LedgerDay> parts) {
        Sign first = Sign.of(parts.getFirst());
        return parts.stream()
                .allMatch(part -> figures(part).isEmpty() && Sign.of(part).equals(first));
    }

    private static Row row(String source, LocalDate day, List<LedgerDay> parts) {
        List<Cell> cells = parts.stream()
                .map(part -> new Cell(
                        part.part(),
                        figures(part),
                        Sign.of(part),
                        part.repaired() == 0 ? null : DisplayFormat.number(part.repaired()) + " repaired"))
                .toList();
        boolean alike = isAlike(parts);
        Instant counted = parts.stream()
                .map(LedgerDay::checkedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Row(
                day.format(DAY),
                Addresses.source(source, day, day),
                alike ? cells.getFirst().sign() : null,
                cells,
                counted == null || alike ? null : moment(counted));
    }

    private static String run(@Nullable SyncRun run) {
        if (run == null) {
            return "It was not asked yet.";
        }
        Instant ended = run.endedAt();
        SyncRun.Outcome outcome = run.outcome();
        if (ended == null || outcome == null) {
            return "A run began " + SourceReport.moment(run.startedAt()) + "; it is under way or was broken off.";
        }
        return "Last run " + SourceReport.moment(ended) + ": "
                + switch (outcome) {
                    case FINISHED -> "everything was read to its end.";
                    case STOPPED -> "stopped before its end; the next run goes on there.";
                    case BROKEN_OFF -> "not everything could be read; all else was, and the next run tries again.";
                };
    }
}
