package dev.broadsheet.ingest;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run brought.
 *
 * @param source the source's name
 * @param from the first day asked for
 * @param until the last
 * @param dryRun whether nothing was written
 * @param counts what became of the records of this run; of a dry run, what would become of them
 * @param announced how many different papers are known to be announced (as new or cross-listed) on
 *     those days; of a dry run, how many the source named
 * @param held how many of them are in the catalogue
 * @param repaired how many were missing and came one by one, versions included
 * @param days what the ledger says of those days now, part by part
 * @param problems what went wrong, one line each, for a person; empty if nothing did
 * @param time how long it took
 */
public record SyncReport(
        String source,
        LocalDate from,
        LocalDate until,
        boolean dryRun,
        SyncRun.Outcome outcome,
        IngestCounts counts,
        int announced,
        int held,
        int repaired,
        List<LedgerDay> days,
        List<String> problems,
        Duration time) {
    public SyncReport {
        days = List.copyOf(days);
        problems = List.copyOf(problems);
    }

    /** How many announced papers are not in the catalogue. */
    public int absent() {
        return announced - held;
    }
}
