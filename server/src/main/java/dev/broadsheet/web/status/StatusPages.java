package dev.broadsheet.web.status;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.ops.SourceReport;
import dev.broadsheet.ops.StatusReport;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.web.shared.SourceOverview;
import java.time.Clock;
import java.util.function.Supplier;

/** The status page, a page for each live source, and their JSON twins. */
public final class StatusPages {
    private final Supplier<StatusReport> report;
    private final SourceOverview followed;
    private final Clock clock;

    /** @param report as it is at this moment; called by many threads */
    public StatusPages(Supplier<StatusReport> report, SourceOverview followed, Clock clock) {
        this.report = report;
        this.followed = followed;
        this.clock = clock;
    }

    /** How it stands with all. */
    public Response page(Request request) {
        return Response.page(Page.of("web/status/status.jte", "Status", StatusPage.of(report.get(), clock.instant())));
    }

    /** The same for programs. */
    public Response json(Request request) {
        return json(report.get().json());
    }

    /** {@code /status/arxiv} and {@code /status/arxiv.json}, with {@code from} and {@code until}. */
    public Response source(Request request) {
        String address = request.variable("source");
        boolean json = address.endsWith(Addresses.JSON);
        String name = json ? address.substring(0, address.length() - Addresses.JSON.length()) : address;
        LedgerDays days = LedgerDays.of(request, followed.today());
        SourceReport source = followed.report(name, days.from(), days.until()).orElseThrow(Refusal::noSuchPage);
        if (!json) {
            return Response.page(Page.of(
                    "web/status/source.jte", source.title() + ", status", SourcePage.of(source, days.mistake())));
        }
        if (days.mistake() != null) {
            throw Refusal.badRequest("Those days cannot be shown", days.mistake());
        }
        return json(StatusReport.json(source));
    }

    private static Response json(String json) {
        return Response.text("application/json", json);
    }
}
