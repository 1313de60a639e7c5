package dev.broadsheet.web.list;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.Circle;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.daily.Editions;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.trending.TrendingList;
import dev.broadsheet.web.edition.AskedEdition;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Pagination;
import dev.broadsheet.web.shared.VoteButtons;
import java.util.List;

/** The page of what is trending, in each edition. */
public final class TrendingPages {
    private final Trending trending;
    private final Editions editions;
    private final VoteButtons votes;

    public TrendingPages(Trending trending, Editions editions, VoteButtons votes) {
        this.trending = trending;
        this.editions = editions;
        this.votes = votes;
    }

    /** The order at this moment in the default edition. */
    public Response page(Request request) {
        return page(editions.standard(), request);
    }

    /** The same in the edition that the address names. */
    public Response pageIn(Request request) {
        DailyEdition edition = AskedEdition.of(editions, request);
        return edition.isDefault() ? Response.moved(Addresses.trending(edition)) : page(edition, request);
    }

    private Response page(DailyEdition edition, Request request) {
        String written = request.parameter("p").orElse("0");
        int number = written.matches("\\d{1,6}") ? Integer.parseInt(written) : 0;
        TrendingList list = trending.list(edition);
        List<Entry> entries = trending.entries(edition, list, list.page(number));
        VoteButtons.OnPage buttons =
                votes.on(request, entries.stream().map(Entry::paper).toList());
        TrendingPage page = new TrendingPage(
                entries.stream()
                        .map(entry -> Card.of(entry).with(buttons, entry.paper()))
                        .toList(),
                new Pagination(
                        number == 0 ? null : link(edition, "Papers before these", Math.min(number, list.pages()) - 1),
                        number + 1 < list.pages() ? link(edition, "More papers", number + 1) : null),
                trending.settings());
        return Response.page(AskedEdition.masthead(
                Page.of("web/list/trending.jte", "Trending", page)
                        .tabs(ListTabs.ofTrending(edition))
                        .mathematics(page.hasMathematics())
                        .indexed(number == 0 && edition.access().readers() == Circle.ALL),
                edition));
    }

    private static NamedLink link(DailyEdition edition, String words, int page) {
        return new NamedLink(
                words,
                Address.of(Addresses.trending(edition))
                        .with("p", page > 0 ? String.valueOf(page) : "")
                        .href());
    }
}
