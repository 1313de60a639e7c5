package dev.broadsheet.web;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Throttle;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.daily.Daily;
import dev.broadsheet.daily.Period.Kind;
import dev.broadsheet.discussion.Discussion;
import dev.broadsheet.following.Follows;
import dev.broadsheet.ingest.Ledger;
import dev.broadsheet.ingest.SinglePapers;
import dev.broadsheet.ops.StatusReport;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.room.Room;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Routes;
import dev.broadsheet.source.LiveSource;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.vote.Rings;
import dev.broadsheet.vote.Votes;
import dev.broadsheet.web.claim.ClaimPages;
import dev.broadsheet.web.edition.CurationPages;
import dev.broadsheet.web.edition.EditionPages;
import dev.broadsheet.web.edition.SubmitPages;
import dev.broadsheet.web.list.ListPages;
import dev.broadsheet.web.list.TrendingPages;
import dev.broadsheet.web.paper.PaperPages;
import dev.broadsheet.web.person.PersonPages;
import dev.broadsheet.web.related.RelatedPages;
import dev.broadsheet.web.search.SearchPages;
import dev.broadsheet.web.search.SuggestionList;
import dev.broadsheet.web.shared.SourceOverview;
import dev.broadsheet.web.shared.VoteButtons;
import dev.broadsheet.web.status.StatusPages;
import dev.broadsheet.web.vote.RingPages;
import dev.broadsheet.web.vote.VotePages;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Every address of the pages. */
public final class WebPages implements Room, Endpoints {
    private static final String EDITION = Addresses.EDITION + "/{edition}";

    private final ListPages lists;
    private final TrendingPages trending;
    private final PaperPages papers;
    private final VotePages votes;
    private final RingPages rings;
    private final SearchPages search;
    private final SuggestionList suggestions;
    private final RelatedPages related;
    private final StatusPages status;
    private final ClaimPages claims;
    private final EditionPages editions;
    private final SubmitPages submit;
    private final CurationPages curation;
    private final PersonPages persons;

    /**
     * What the pages are made from. Nothing of it is closed here.
     *
     * @param status of the installation as it is at this moment; called by many threads
     * @param clock tells which day is today, in the edition's time zone
     * @param sources those that are followed, in the order of the settings
     * @param ledger what they announced against what is held
     * @param people those who have an account
     * @param authorship which of them wrote which paper
     * @param discussion what people say about papers
     * @param follows which of them follow whom
     * @param votes for which papers they voted
     */
    public record Parts(
            Supplier<StatusReport> status,
            Catalogue catalogue,
            PaperSearch search,
            Daily daily,
            Trending trending,
            SinglePapers singlePapers,
            Throttle throttle,
            Clock clock,
            List<LiveSource> sources,
            Ledger ledger,
            People people,
            Authorship authorship,
            Discussion discussion,
            Follows follows,
            Votes votes,
            Rings rings) {
        public Parts {
            sources = List.copyOf(sources);
        }
    }

    public WebPages(Parts parts) {
        SourceOverview followed = new SourceOverview(parts.sources(), parts.ledger(), parts.clock());
        VoteButtons buttons = new VoteButtons(parts.votes(), parts.catalogue());
        lists = new ListPages(parts.daily(), followed, parts.catalogue(), buttons);
        trending = new TrendingPages(parts.trending(), parts.daily().editions(), buttons);
        papers = new PaperPages(
                parts.catalogue(),
                parts.search(),
                parts.daily(),
                parts.trending(),
                followed,
                parts.authorship(),
                parts.people(),
                parts.discussion(),
                buttons);
        rings = new RingPages(parts.rings(), parts.catalogue(), parts.people());
        votes = new VotePages(parts.votes(), parts.catalogue(), parts.people(), buttons, parts.throttle());
        search = new SearchPages(parts.search(), parts.catalogue(), buttons);
        suggestions = new SuggestionList(parts.search());
        related = new RelatedPages(parts.search(), parts.catalogue(), buttons);
        status = new StatusPages(parts.status(), followed, parts.clock());
        claims = new ClaimPages(parts.authorship(), parts.catalogue(), parts.people(), parts.clock());
        editions = new EditionPages(parts.daily(), parts.people());
        submit = new SubmitPages(
                parts.daily(), parts.catalogue(), parts.singlePapers(), parts.discussion(), parts.throttle());
        curation = new CurationPages(parts.daily(), parts.catalogue());
        persons = new PersonPages(new PersonPages.Parts(
                parts.people(),
                parts.follows(),
                parts.authorship(),
                parts.daily().submissions(),
                parts.votes(),
                parts.discussion().comments(),
                parts.catalogue(),
                parts.search(),
                parts.clock()));
    }

    @Override
    public List<Endpoints> endpoints() {
        return List.of(this);
    }

    @Override
    public void addTo(Routes routes) {
        routes.redirect("/", Addresses.PAPERS)
                .get(
                        Addresses.PAPERS,
                        request -> request.parameter("q").isPresent() ? search.search(request) : lists.latest(Kind.DAY))
                .get(Addresses.DAY, request -> lists.latest(Kind.DAY))
                .get(Addresses.WEEK, request -> lists.latest(Kind.WEEK))
                .get(Addresses.MONTH, request -> lists.latest(Kind.MONTH))
                .get(Addresses.TRENDING, trending::page)
                .get(Addresses.DAY + "/{period}", request -> lists.list(Kind.DAY, request))
                .get(Addresses.WEEK + "/{period}", request -> lists.list(Kind.WEEK, request))
                .get(Addresses.MONTH + "/{period}", request -> lists.list(Kind.MONTH, request))
                .get(Addresses.SUBMIT, submit::standard)
                .post(Addresses.SUBMIT, submit::submitToStandard)
                .get(Addresses.EDITIONS, editions::all)
                .get(Addresses.NEW_EDITION, editions::fresh)
                .post(Addresses.NEW_EDITION, editions::add)
                .get(EDITION, request -> lists.latestIn(Kind.DAY, request))
                .get(EDITION + "/date", request -> lists.latestIn(Kind.DAY, request))
                .get(EDITION + "/week", request -> lists.latestIn(Kind.WEEK, request))
                .get(EDITION + "/month", request -> lists.latestIn(Kind.MONTH, request))
                .get(EDITION + "/trending", trending::pageIn)
                .get(EDITION + "/date/{period}", request -> lists.listIn(Kind.DAY, request))
                .get(EDITION + "/week/{period}", request -> lists.listIn(Kind.WEEK, request))
                .get(EDITION + "/month/{period}", request -> lists.listIn(Kind.MONTH, request))
                .get(EDITION + "/submit", submit::form)
                .post(EDITION + "/submit", submit::submit)
                .get(EDITION + "/settings", editions::settings)
                .post(EDITION + "/settings", editions::change)
                .get(EDITION + "/curate/{day}", curation::list)
                .post(EDITION + "/curate/{day}", curation::act)
                .get(EDITION + "/log", curation::log)
                .get(Addresses.RELATED, related::related)
                .get(Addresses.PAPERS + "/{*address}", papers::paper)
                .get(Addresses.RINGS, rings::open)
                .post(Addresses.RINGS, rings::close)
                .get(Addresses.PAPERS + "/{id}" + Addresses.VOTERS, votes::voters)
                .get(Addresses.PAPERS + "/{archive}/{id}" + Addresses.VOTERS, votes::voters)
                .post(Addresses.PAPERS + "/{id}" + Addresses.VOTE, votes::vote)
                .post(Addresses.PAPERS + "/{archive}/{id}" + Addresses.VOTE, votes::vote)
                .get(Addresses.SEARCH, search::search)
                .get(Addresses.SUGGESTIONS, suggestions::suggest)
                .get(Addresses.STATUS, status::page)
                .get(Addresses.STATUS_JSON, status::json)
                .get(Addresses.STATUS + "/{source}", status::source)
                .get(Addresses.CLAIMS, claims::claims)
                .get(Addresses.CLAIMS + "/new", claims::form)
                .post(Addresses.CLAIMS, claims::claim)
                .post(Addresses.CLAIMS + "/withdraw", claims::withdraw)
                .post(Addresses.CLAIMS + "/confirm", claims::confirm)
                .post(Addresses.CLAIMS + "/refuse", claims::refuse)
                .personal(claims::links)
                .home("Read the latest list", Addresses.PAPERS)
                .search(Addresses.PAPERS)
                .suggestions(Addresses.SUGGESTIONS)
                .tab("Day", Addresses.DAY)
                .tab("Week", Addresses.WEEK)
                .tab("Month", Addresses.MONTH)
                .tab("Trending", Addresses.TRENDING)
                .footer("Editions", Addresses.EDITIONS)
                .footer("Search with filters", Addresses.SEARCH_FORM)
                .footer("Status", Addresses.STATUS);
        persons.addTo(routes);
    }
}
