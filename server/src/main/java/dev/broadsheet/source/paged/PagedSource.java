package dev.broadsheet.source.paged;

import dev.broadsheet.paper.Identifier;
import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.source.Reach;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.http.Fetcher;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A service that lists days page by page, as a live source: a harvest a day, so that one that fails holds up no other. */
public final class PagedSource implements LiveSource {
    private static final int FILLED_FOR = 21;

    private static final AnnouncementCalendar FILLED_FOR_WEEKS = AnnouncementCalendar.daily(FILLED_FOR);

    /** The last of them is settled, so that each day is counted once when it is. */
    private static final int DAYS_AGAIN = FILLED_FOR + 1;

    /** A day that was settled while nobody asked is caught up with so much later. */
    private static final int DAYS_AT_FIRST = FILLED_FOR + 7;

    private final PagedService service;
    private final Fetcher fetcher;
    private final Reach reach;
    private final AnnouncementCalendar calendar;

    /** A source whose days are complete when they are over. */
    public PagedSource(PagedService service, Fetcher fetcher, Reach reach) {
        this(service, fetcher, reach, AnnouncementCalendar.DAILY);
    }

    /** An index, which learns of a day's papers for weeks. */
    public static PagedSource ofIndex(PagedService service, Fetcher fetcher, SourceOptions options) {
        return new PagedSource(service, fetcher, options.reach(DAYS_AGAIN, DAYS_AT_FIRST), FILLED_FOR_WEEKS);
    }

    private PagedSource(PagedService service, Fetcher fetcher, Reach reach, AnnouncementCalendar calendar) {
        this.calendar = calendar;
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
        return calendar;
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
