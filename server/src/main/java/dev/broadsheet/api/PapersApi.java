package dev.broadsheet.api;

import dev.broadsheet.daily.DailyList.Entry;
import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.daily.Period;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The papers API: daily lists, search, one paper, all papers. */
@Component
final class PapersApi {
    private static final int LIST_LIMIT = 50;
    private static final int MOST_LISTED = 100;
    private static final int MOST_FOUND = 120;
    private static final int LONGEST_QUERY = 250;
    private static final int LAST_PAGE = 1_000_000;
    /** "Trending" has no published formula; here it is the votes of the last seven days that have a list. */
    private static final int TRENDING_DAYS = 7;

    private static final int LAST_CURSOR = 100_000;
    private static final List<String> SORTS = List.of("relevance", "date", "votes", "comments");

    private final Catalogue catalogue;
    private final DailyLists lists;
    private final PaperSearch search;

    PapersApi(Catalogue catalogue, DailyLists lists, PaperSearch search) {
        this.catalogue = catalogue;
        this.lists = lists;
        this.search = search;
    }

    ServerResponse daily(ServerRequest request) {
        Period period = Parameters.period(request);
        if (period instanceof Period.Day day && day.firstDay().isAfter(lists.today())) {
            throw new BadRequest("Invalid date: " + day.address() + " is in the future");
        }
        String sort = Parameters.choice(request, "sort", List.of("publishedAt", "trending"));
        int limit = Parameters.number(request, "limit", LIST_LIMIT, 1, MOST_LISTED);
        int page = Parameters.number(request, "p", 0, 0, LAST_PAGE);
        String submitter =
                request.param("submitter").filter(name -> !name.isBlank()).orElse(null);
        List<Entry> entries = entries(period, sort, submitter, page * limit, limit + 1);
        String origin = Parameters.origin(request);
        List<ListItem> items = entries.stream()
                .limit(limit)
                .map(entry -> ListItem.listed(entry, origin))
                .toList();
        return ApiJson.ok(items, entries.size() > limit ? Parameters.next(request, "p", page + 1) : null);
    }

    private List<Entry> entries(
            @Nullable Period period, String sort, @Nullable String submitter, int offset, int limit) {
        if (period != null) {
            return submitter == null
                    ? lists.of(period, offset, limit).entries()
                    : lists.submittedBy(submitter, period, offset, limit);
        }
        return sort.equals("trending") && submitter == null
                ? lists.best(TRENDING_DAYS, offset, limit)
                : lists.recent(submitter, offset, limit);
    }

    /** A longer query than the client may send is cut; without one, all papers are the answer, newest first. */
    ServerResponse search(ServerRequest request) {
        int limit = Parameters.number(request, "limit", MOST_LISTED, 1, MOST_FOUND);
        Order order = Order.valueOf(Parameters.choice(request, "sort", SORTS).toUpperCase(Locale.ROOT));
        boolean explained =
                Parameters.choice(request, "explain", List.of("false", "true")).equals("true");
        String query = request.param("q").orElse("").strip();
        String cut = query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query;
        String cursor = request.param("cursor").filter(text -> !text.isBlank()).orElse(null);
        SearchRequest wanted = new SearchRequest(cut, limit, Filters.NONE, Ranking.FULL, order, cursor, explained);
        if (!wanted.isCursorSound()) {
            throw new BadRequest("Invalid cursor: expected one that the answer to the same query and sort gave");
        }
        SearchAnswer answer = search.search(wanted);
        Map<Long, List<Appearance>> appearances = catalogue.appearances(
                answer.hits().stream().map(hit -> hit.paper().number()).toList());
        String origin = Parameters.origin(request);
        return ApiJson.ok(
                answer.hits().stream()
                        .map(hit -> ListItem.found(
                                        hit,
                                        Appearance.best(appearances.getOrDefault(
                                                hit.paper().number(), List.of())),
                                        origin)
                                .because(hit.why() == null ? null : ExplanationItem.of(hit.score(), hit.why())))
                        .toList(),
                answer.next() == null ? null : Parameters.next(request, "cursor", answer.next()));
    }

    ServerResponse paper(ServerRequest request) {
        String address = request.pathVariable("address");
        String name = address.startsWith("/") ? address.substring(1) : address;
        Optional<Paper> paper = name.isBlank() ? Optional.empty() : catalogue.find(name);
        if (paper.isEmpty()) {
            return ApiJson.error(404, "Paper not found");
        }
        long number = paper.get().number();
        Appearance appearance =
                Appearance.best(catalogue.appearances(List.of(number)).getOrDefault(number, List.of()));
        List<String> fields = request.params().getOrDefault("field", List.of());
        return ApiJson.ok(SinglePaper.of(PaperItem.of(paper.get(), appearance), fields.contains("comments")), null);
    }

    /** Newest first. The cursor is where the page before ended. */
    ServerResponse all(ServerRequest request) {
        int limit = Parameters.number(request, "limit", LIST_LIMIT, 1, MOST_LISTED);
        int cursor = Parameters.number(request, "cursor", 0, 0, LAST_CURSOR);
        List<Long> numbers = catalogue.latest(cursor + limit + 1);
        List<Long> shown = numbers.subList(Math.min(cursor, numbers.size()), Math.min(cursor + limit, numbers.size()));
        Map<Long, List<Appearance>> appearances = catalogue.appearances(shown);
        String thumbnail = ListItem.thumbnail(Parameters.origin(request));
        List<BriefPaper> items = catalogue.papers(shown).stream()
                .map(paper -> BriefPaper.of(
                        PaperItem.of(paper, Appearance.best(appearances.getOrDefault(paper.number(), List.of()))),
                        thumbnail))
                .toList();
        boolean more = numbers.size() > cursor + limit && cursor + limit <= LAST_CURSOR;
        return ApiJson.ok(items, more ? Parameters.next(request, "cursor", cursor + limit) : null);
    }
}
