package dev.broadsheet.source.paged;

import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceProfile;
import dev.broadsheet.source.http.Fetcher;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A service that lists days page by page, as a live source: a harvest a day, so that one that fails holds up no other. */
public final class PagedSource implements LiveSource {
    private final PagedService service;
    private final Fetcher fetcher;

    public PagedSource(PagedService service, Fetcher fetcher) {
        this.service = service;
        this.fetcher = fetcher;
    }

    @Override
    public SourceProfile profile() {
        return service.profile();
    }

    @Override
    public List<Source> changes(LocalDate from, LocalDate until) {
        if (profile().parts().isEmpty() || until.isBefore(from)) {
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
}
