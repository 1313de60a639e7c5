package dev.broadsheet.api;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.room.Room;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Routes;
import java.time.Clock;
import java.util.List;

/** Every address of the API. */
public final class ApiEndpoints implements Room, Endpoints {
    private final PapersApi papers;
    private final RelatedApi related;

    /** @param clock tells which days have not begun anywhere */
    public ApiEndpoints(Catalogue catalogue, DailyLists lists, PaperSearch search, Clock clock) {
        papers = new PapersApi(catalogue, lists, search, clock);
        related = new RelatedApi(catalogue, search);
    }

    @Override
    public List<Endpoints> endpoints() {
        return List.of(this);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Addresses.API + "/daily_papers", papers::daily)
                .get(Addresses.API + "/papers", papers::all)
                .get(Addresses.API + "/papers/search", papers::search)
                .get(Addresses.API + "/papers/related", related::asked)
                .query(Addresses.API + "/papers/related", related::posted)
                .get(Addresses.API + "/papers/{*address}", papers::paper);
    }
}
