package dev.broadsheet.source.paged;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Reach;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.http.Fetcher;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A service that lists days page by page, as a live source: a harvest a day, so that one that fails holds up no other. */
public final class PagedSource implements LiveSource {
    private final PagedService service;
    private final Fetcher fetcher;
    private final Reach reach;

    public PagedSource(PagedService service, Fetcher fetcher, Reach reach) {
        this.service = service;
        this.fetcher = fetcher;
        this.reach = reach;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public String title() {
        return service.title();
    }

    @Override
    public List<String> parts() {
        return service.parts();
    }

    @Override
    public AnnouncementCalendar calendar() {
        return AnnouncementCalendar.DAILY;
    }

    @Override
    public int daysReadAgain() {
        return reach.again();
    }

    /** Each day costs requests that others pay for: a week is enough to begin with. */
    @Override
    public int daysAtFirst() {
        return reach.atFirst();
    }

    @Override
    public List<Source> latest() {
        return List.of();
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        if (parts().isEmpty() || until.isBefore(from)) {
            return List.of();
        }
        return from.datesUntil(until.plusDays(1))
                .<Source>map(day -> new DayHarvest(service, fetcher, day))
                .toList();
    }

    @Override
    public Optional<Source> records(List<String> names) {
        return Optional.of(new SingleRecords(service, fetcher, names));
    }

    @Override
    public List<Identifier.Scheme> knows() {
        return service.knows();
    }
}
