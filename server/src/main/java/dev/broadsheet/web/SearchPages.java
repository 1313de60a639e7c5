package dev.broadsheet.web;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The search page. */
@Component
final class SearchPages {
    private static final int ON_A_PAGE = 30;

    private final PaperSearch search;
    private final Catalogue catalogue;
    private final View view;

    SearchPages(PaperSearch search, Catalogue catalogue, View view) {
        this.search = search;
        this.catalogue = catalogue;
        this.view = view;
    }

    ServerResponse search(ServerRequest request) {
        SearchForm form = SearchForm.of(request);
        if (!form.isAsked() || !form.mistakes().isEmpty()) {
            return page(form, SearchPage.unasked(form));
        }
        SearchAnswer answer = search.search(form.request(ON_A_PAGE));
        Paper direct = answer.direct();
        if (direct != null) {
            return ServerResponse.status(302)
                    .location(URI.create(Card.href(direct)))
                    .build();
        }
        String next = answer.next();
        String note = answer.complete() || form.ranking() == Ranking.WORDS
                ? null
                : "Some papers are still being read for their meaning; for now those are found by their words only.";
        return page(
                form,
                new SearchPage(
                        form,
                        summary(form, answer),
                        RespelledQuery.of(form, answer),
                        note,
                        answers(answer.hits()),
                        Facet.of(form, answer.counts()),
                        counted(answer),
                        orders(form),
                        reasons(form),
                        answer.before() == 0 ? null : new Step(form.at(null).href(), "First page"),
                        next == null ? null : new Step(form.at(next).href(), "More papers")));
    }

    private ServerResponse page(SearchForm form, SearchPage page) {
        String title = form.query().isEmpty() ? "Search" : "Search: " + form.query();
        return view.page("search.jte", view.frame(title, form.query(), page.hasMathematics(), false), page);
    }

    private List<SearchPage.Answer> answers(List<Hit> hits) {
        Map<Long, List<Appearance>> appearances = catalogue.appearances(
                hits.stream().map(hit -> hit.paper().number()).toList());
        return hits.stream()
                .map(hit -> new SearchPage.Answer(
                        Card.of(
                                hit,
                                Appearance.best(
                                        appearances.getOrDefault(hit.paper().number(), List.of()))),
                        Reason.of(hit.why())))
                .toList();
    }

    private static String summary(SearchForm form, SearchAnswer answer) {
        int counted = answer.counts().counted();
        int shown = answer.hits().size();
        if (shown == 0 && answer.next() == null) {
            return form.isNarrowed() || form.ranking() != Ranking.FULL
                    ? "No paper here matches with these filters. Widen them, or use other words."
                    : "No paper here matches. Use other words, or fewer.";
        }
        // Without words nothing was weighed.
        boolean ranked = shown > 0 && answer.hits().getFirst().score() > 0;
        String order = switch (form.order()) {
            case RELEVANCE -> ranked ? "best first" : "newest first";
            case DATE -> "newest first";
            case VOTES -> "most votes first";
            case COMMENTS -> "most comments first";
        };
        if (counted == 1) {
            return "One paper";
        }
        boolean cut = ranked && counted == SearchRequest.MOST;
        if (answer.before() == 0) {
            return (cut
                            ? "The " + DisplayFormat.number(counted) + " best papers"
                            : DisplayFormat.number(counted) + " papers")
                    + ", " + order;
        }
        return "Papers " + DisplayFormat.number(answer.before() + 1L) + " to "
                + DisplayFormat.number(answer.before() + (long) shown) + " of " + (cut ? "the best " : "")
                + DisplayFormat.number(counted) + ", " + order;
    }

    private static @Nullable String counted(SearchAnswer answer) {
        int counted = answer.counts().counted();
        boolean cut = counted == SearchRequest.MOST && answer.hits().stream().anyMatch(hit -> hit.score() > 0);
        return cut ? "Counted among the " + DisplayFormat.number(counted) + " best answers." : null;
    }

    private static List<RelatedPage.Sorting> orders(SearchForm form) {
        return Arrays.stream(Order.values())
                // Without words the best are the newest.
                .filter(order -> order != Order.RELEVANCE || !form.query().isEmpty())
                .map(order -> new RelatedPage.Sorting(
                        switch (order) {
                            case RELEVANCE -> "best";
                            case DATE -> "newest";
                            case VOTES -> "most votes";
                            case COMMENTS -> "most comments";
                        },
                        form.in(order).href(),
                        order
                                == (form.query().isEmpty() && form.order() == Order.RELEVANCE
                                        ? Order.DATE
                                        : form.order())))
                .toList();
    }

    private static Step reasons(SearchForm form) {
        return new Step(
                form.explained(!form.explained()).href(),
                form.explained() ? "Hide why each is here" : "Show why each is here");
    }
}
