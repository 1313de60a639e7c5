package dev.broadsheet.source.paged;

import dev.broadsheet.source.Source;
import dev.broadsheet.source.http.Fetcher;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a service lists for one day. Always read from its beginning: pages' tokens expire within
 * minutes, a day is a few pages, and only who has seen all of them can tell whether one came twice.
 */
final class DayHarvest implements Source {
    private final PagedService service;
    private final Fetcher fetcher;
    private final LocalDate day;

    DayHarvest(PagedService service, Fetcher fetcher, LocalDate day) {
        this.service = service;
        this.fetcher = fetcher;
        this.day = day;
    }

    @Override
    public String title() {
        return service.profile().title() + " of " + day;
    }

    @Override
    public String harvest() {
        return service.profile().name() + " " + day + " " + service.scope();
    }

    @Override
    public Reading open(@Nullable String cursor) {
        return new DayReading(service, fetcher, day);
    }
}
