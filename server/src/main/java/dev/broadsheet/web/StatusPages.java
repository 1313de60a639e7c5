package dev.broadsheet.web;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.ops.SourceReport;
import dev.broadsheet.ops.StatusReport;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.PaperSearch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The status page, a page for each live source, and their JSON twins. */
@Component
final class StatusPages {
    private static final String JSON = ".json";

    /** Each day costs a few lookups, and a page of more would not be read. */
    private static final int MOST_DAYS = 366;

    private final DataFolder folder;
    private final Catalogue catalogue;
    private final PaperSearch search;
    private final SourceOverview followed;
    private final View view;
    private final Problems problems;
    private final Clock clock;

    StatusPages(
            DataFolder folder,
            Catalogue catalogue,
            PaperSearch search,
            SourceOverview followed,
            View view,
            Problems problems,
            Clock clock) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.search = search;
        this.followed = followed;
        this.view = view;
        this.problems = problems;
        this.clock = clock;
    }

    ServerResponse page(ServerRequest request) {
        return view.page(
                "status.jte", view.frame("Status", "", false, false), StatusPage.of(report(), clock.instant()));
    }

    ServerResponse json(ServerRequest request) {
        return json(report().json());
    }

    /** {@code /status/arxiv} and {@code /status/arxiv.json}, with {@code from} and {@code until}. */
    ServerResponse source(ServerRequest request) {
        String address = request.pathVariable("source");
        boolean json = address.endsWith(JSON);
        String name = json ? address.substring(0, address.length() - JSON.length()) : address;
        Days days = Days.of(request, followed.today());
        Optional<SourceReport> report = followed.report(name, days.from, days.until);
        if (report.isEmpty()) {
            return problems.noSuchPage(request);
        }
        if (json) {
            return days.mistake == null
                    ? json(StatusReport.json(report.get()))
                    : problems.badRequest("Those are no days", days.mistake);
        }
        return view.page(
                "source.jte",
                view.frame(report.get().title() + ", status", "", false, false),
                SourcePage.of(report.get(), days.mistake));
    }

    private static ServerResponse json(String json) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-cache")
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    private StatusReport report() {
        return StatusReport.of(folder, catalogue, search.state(), followed.lastWeeks(), followed.hosts());
    }

    /** The days asked for; the last four weeks where they cannot be read. */
    private record Days(
            LocalDate from, LocalDate until, @Nullable String mistake) {
        private static Days of(ServerRequest request, LocalDate today) {
            LocalDate usual = today.minusDays(StatusReport.LEDGER_DAYS - 1L);
            try {
                LocalDate until = day(request, "until").orElse(today);
                LocalDate from = day(request, "from").orElse(until.minusDays(StatusReport.LEDGER_DAYS - 1L));
                if (from.isAfter(until)) {
                    return new Days(usual, today, "The first day lies after the last.");
                }
                if (ChronoUnit.DAYS.between(from, until) >= MOST_DAYS) {
                    return new Days(usual, today, "At most " + MOST_DAYS + " days are shown at once.");
                }
                return new Days(from, until, null);
            } catch (DateTimeParseException e) {
                return new Days(usual, today, "A day is written as year, month and day: 2026-08-21.");
            }
        }

        private static Optional<LocalDate> day(ServerRequest request, String name) {
            Optional<String> written = request.param(name).map(String::strip).filter(text -> !text.isEmpty());
            // Four digits of a year, and no year that only a computer could mean.
            if (written.isPresent() && !written.get().matches("[12]\\d{3}-\\d{2}-\\d{2}")) {
                throw new DateTimeParseException("not a day", written.get(), 0);
            }
            return written.map(LocalDate::parse);
        }
    }
}
