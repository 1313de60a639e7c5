package dev.broadsheet.api;

import dev.broadsheet.account.Throttle;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.discussion.Discussion;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.room.Room;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Routes;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.vote.Votes;
import java.time.Clock;
import java.util.List;

/** Every address of the API. */
public final class ApiEndpoints implements Room, Endpoints {
    private final PapersApi papers;
    private final RelatedApi related;
    private final VoteApi vote;
    private final CommentApi comments;

    /**
     * What the answers are made from. Nothing of it is closed here.
     *
     * @param clock tells which days have not begun anywhere
     */
    public record Parts(
            Catalogue catalogue,
            DailyLists lists,
            Trending trending,
            PaperSearch search,
            Votes votes,
            Discussion discussion,
            Throttle throttle,
            Clock clock) {}

    public ApiEndpoints(Parts parts) {
        papers = new PapersApi(parts);
        related = new RelatedApi(parts.catalogue(), parts.search(), parts.votes());
        vote = new VoteApi(parts.catalogue(), parts.votes(), parts.throttle());
        comments = new CommentApi(parts.catalogue(), parts.discussion());
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
                .post(Addresses.API + "/papers/{id}" + Addresses.VOTE, vote::vote)
                .post(Addresses.API + "/papers/{archive}/{id}" + Addresses.VOTE, vote::vote)
                .post(Addresses.API + "/papers/{id}" + CommentApi.COMMENT, comments::comment)
                .post(Addresses.API + "/papers/{archive}/{id}" + CommentApi.COMMENT, comments::comment)
                .post(Addresses.API + "/papers/{id}" + CommentApi.REPLY, comments::reply)
                .post(Addresses.API + "/papers/{archive}/{id}" + CommentApi.REPLY, comments::reply)
                .get(Addresses.API + "/papers/{*address}", papers::paper);
    }
}
