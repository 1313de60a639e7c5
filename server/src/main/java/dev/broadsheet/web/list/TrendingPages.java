package dev.broadsheet.web.list;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.trending.TrendingList;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Pagination;
import dev.broadsheet.web.shared.VoteButtons;

/** The page of what is trending. */
public final class TrendingPages {
    private final Trending trending;
    private final VoteButtons votes;

    public TrendingPages(Trending trending, VoteButtons votes) {
        this.trending = trending;
        this.votes = votes;
    }

    /** The order at this moment. */
    public Response page(Request request) {
        String written = request.parameter("p").orElse("0");
        int number = written.matches("\\d{1,6}") ? Integer.parseInt(written) : 0;
        TrendingList list = trending.list();
        TrendingPage page = new TrendingPage(
                trending.entries(list, list.page(number)).stream().map(Card::of).toList(),
                new Pagination(
                        number == 0 ? null : link("Papers before these", Math.min(number, list.pages()) - 1),
                        number + 1 < list.pages() ? link("More papers", number + 1) : null),
                trending.settings());
        return Response.page(Page.of("web/list/trending.jte", "Trending", page)
                .tabs(ListTabs.ofTrending())
                .mathematics(page.hasMathematics())
                .indexed(number == 0));
    }

    private static NamedLink link(String words, int page) {
        return new NamedLink(
                words,
                Address.of(Addresses.TRENDING)
                        .with("p", page > 0 ? String.valueOf(page) : "")
                        .href());
    }
}
