package dev.broadsheet.web.status;

import dev.broadsheet.ops.SourceReport;
import dev.broadsheet.ops.StatusReport;
import dev.broadsheet.source.HostState;
import java.time.Instant;
import java.util.List;

/**
 * The status as its page shows it.
 *
 * @param hosts of those that rest or failed, a sentence each
 */
record StatusPage(StatusReport report, List<SourceCalendar> sources, List<String> hosts) {
    static StatusPage of(StatusReport report, Instant now) {
        return new StatusPage(
                report,
                report.sources().stream().map(SourceCalendar::of).toList(),
                report.hosts().stream()
                        .filter(host -> !host.problem().isEmpty() || isResting(host, now))
                        .map(host -> words(host, now))
                        .toList());
    }

    private static boolean isResting(HostState host, Instant now) {
        Instant until = host.restsUntil();
        return until != null && until.isAfter(now);
    }

    private static String words(HostState host, Instant now) {
        Instant until = host.restsUntil();
        Instant at = host.problemAt();
        String rest = until != null && until.isAfter(now)
                ? host.host() + " rests until " + SourceReport.moment(until) + "."
                : host.host() + " may be asked.";
        String problem = host.problem().isEmpty()
                ? ""
                : " Its last problem" + (at == null ? "" : ", " + SourceReport.moment(at)) + ": " + host.problem();
        return rest + problem;
    }
}
