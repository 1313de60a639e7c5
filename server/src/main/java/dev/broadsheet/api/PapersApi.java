package dev.broadsheet.api;

import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.daily.Period;
import dev.broadsheet.discussion.Discussion;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.trending.Trending;
import dev.broadsheet.trending.TrendingList;
import dev.broadsheet.vote.Votes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The papers API: daily lists, search, one paper, all papers. */
final class PapersApi {
    private static final int LIST_LIMIT = 50;
    private static final int MOST_LISTED = 100;
    private static final int MOST_FOUND = 120;
    private static final int LONGEST_QUERY = 250;
    private static final int LAST_PAGE = 1_000_000;
    /** What follows a paper's address where its place is to be explained. */
    private static final String EXPLAINED = "/trending";

    /** Where a day begins first. */
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    private static final int LAST_CURSOR = 100_000;

    private final Catalogue catalogue;
    private final DailyLists lists;
    private final Trending trending;
    private final PaperSearch search;
    private final Votes votes;
    private final Discussion discussion;
    private final Clock clock;

    PapersApi(ApiEndpoints.Parts parts) {
        catalogue = parts.catalogue();
        lists = parts.lists();
        trending = parts.trending();
        search = parts.search();
        votes = parts.votes();
        discussion = parts.discussion();
        clock = parts.clock();
    }

    Response daily(Request request) {
        Period period = Parameters.period(request);
        if (period instanceof Period.Day day && hasBegunNowhere(day.firstDay())) {
            throw Refusal.badRequest("Invalid date: " + day.address() + " is in the future");
        }
        String sort = Parameters.choice(request, "sort", List.of("publishedAt", "trending"));
        int limit = Parameters.number(request, "limit", LIST_LIMIT, 1, MOST_LISTED);
        int page = Parameters.number(request, "p", 0, 0, LAST_PAGE);
        String submitter =
                request.parameter("submitter").filter(name -> !name.isBlank()).orElse(null);
        List<Entry> entries = entries(period, sort, submitter, page * limit, limit + 1);
        String origin = request.origin();
        ApiCounts counts =
                counts(request, entries.stream().limit(limit).map(Entry::paper).toList());
        List<ListItem> items = entries.stream()
                .limit(limit)
                .map(entry -> ListItem.listed(entry, counts, origin))
                .toList();
        Response response = Response.json(items);
        return entries.size() > limit ? Parameters.linked(response, request, "p", page + 1) : response;
    }

    private boolean hasBegunNowhere(LocalDate day) {
        return day.isAfter(LocalDate.ofInstant(clock.instant(), EARLIEST_ZONE));
    }

    private List<Entry> entries(
            @Nullable Period period, String sort, @Nullable String submitter, int offset, int limit) {
        if (period != null) {
            return submitter == null
                    ? lists.of(period, offset, limit).entries()
                    : lists.submittedBy(submitter, period, offset, limit);
        }
        return sort.equals("trending") && submitter == null
                ? trending(offset, limit)
                : lists.recent(submitter, offset, limit);
    }

    private List<Entry> trending(int offset, int limit) {
        DailyEdition edition = lists.edition();
        TrendingList list = trending.list(edition);
        return trending.entries(
                edition, list, list.papers().stream().skip(offset).limit(limit).toList());
    }

    /** A longer query than the client may send is cut; without one, all papers are the answer, newest first. */
    Response search(Request request) {
        int limit = Parameters.number(request, "limit", MOST_LISTED, 1, MOST_FOUND);
        Order order = Order.valueOf(
                Parameters.choice(request, "sort", Parameters.SORTS).toUpperCase(Locale.ROOT));
        boolean explained =
                Parameters.choice(request, "explain", List.of("false", "true")).equals("true");
        String query = request.parameter("q").orElse("").strip();
        String cut = query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query;
        String cursor =
                request.parameter("cursor").filter(text -> !text.isBlank()).orElse(null);
        SearchRequest wanted = new SearchRequest(cut, limit, Filters.NONE, Ranking.FULL, order, cursor, explained);
        if (!wanted.isCursorSound()) {
            throw Refusal.badRequest("Invalid cursor: expected one that the answer to the same query and sort gave");
        }
        SearchAnswer answer = search.search(wanted);
        Map<Long, Appearance> appearances = catalogue.bestAppearances(
                answer.hits().stream().map(hit -> hit.paper().number()).toList());
        ApiCounts counts =
                counts(request, answer.hits().stream().map(Hit::paper).toList());
        String origin = request.origin();
        Response response = Response.json(answer.hits().stream()
                .map(hit -> ListItem.found(hit, appearances.get(hit.paper().number()), counts, origin)
                        .because(hit.why() == null ? null : ExplanationItem.of(hit.score(), hit.why())))
                .toList());
        return answer.next() == null ? response : Parameters.linked(response, request, "cursor", answer.next());
    }

    Response paper(Request request) {
        String address = request.variable("address");
        String name = address.startsWith("/") ? address.substring(1) : address;
        if (name.endsWith(EXPLAINED)) {
            return explained(found(name.substring(0, name.length() - EXPLAINED.length())));
        }
        Paper paper = found(name);
        long number = paper.number();
        Appearance appearance = catalogue.bestAppearances(List.of(number)).get(number);
        List<String> fields = request.parameters("field");
        List<CommentItem> comments = fields.contains("comments")
                ? discussion.published(number).stream().map(CommentItem::of).toList()
                : null;
        return Response.json(
                SinglePaper.of(PaperItem.of(paper, appearance, counts(request, List.of(paper))), comments));
    }

    private Paper found(String name) {
        Optional<Paper> found = name.isBlank() ? Optional.empty() : catalogue.find(name);
        return found.orElseThrow(() -> Refusal.notFound("Paper not found"));
    }

    private Response explained(Paper paper) {
        Integer place = trending.list(lists.edition()).place(paper.number());
        return trending.parts(paper.number())
                .map(parts -> Response.json(TrendingItem.of(paper.id().value(), place, parts)))
                .orElseThrow(() -> Refusal.notFound("Paper not found"));
    }

    /** Newest first. The cursor is where the page before ended. */
    Response all(Request request) {
        int limit = Parameters.number(request, "limit", LIST_LIMIT, 1, MOST_LISTED);
        int cursor = Parameters.number(request, "cursor", 0, 0, LAST_CURSOR);
        List<Long> numbers = catalogue.latest(cursor + limit + 1);
        List<Long> shown = numbers.subList(Math.min(cursor, numbers.size()), Math.min(cursor + limit, numbers.size()));
        Map<Long, Appearance> appearances = catalogue.bestAppearances(shown);
        String thumbnail = ListItem.thumbnail(request.origin());
        List<Paper> papers = catalogue.papers(shown);
        ApiCounts counts = counts(request, papers);
        List<BriefPaper> items = papers.stream()
                .map(paper -> BriefPaper.of(PaperItem.of(paper, appearances.get(paper.number()), counts), thumbnail))
                .toList();
        boolean more = numbers.size() > cursor + limit && cursor + limit <= LAST_CURSOR;
        Response response = Response.json(items);
        return more ? Parameters.linked(response, request, "cursor", cursor + limit) : response;
    }

    private ApiCounts counts(Request request, List<Paper> papers) {
        return ApiCounts.of(votes, catalogue, request, papers);
    }
}
