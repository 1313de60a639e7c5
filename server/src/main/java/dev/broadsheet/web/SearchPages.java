package dev.broadsheet.web;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest;
import java.net.URI;
import java.util.Comparator;
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
        if (form.query().isEmpty() || !form.mistakes().isEmpty()) {
            return page(form, new SearchPage(form, null, null, null, List.of(), null, null));
        }
        int first = form.page() * ON_A_PAGE;
        SearchAnswer answer =
                search.search(new SearchRequest(form.query(), first + ON_A_PAGE + 1, form.filters(), form.ranking()));
        Paper direct = answer.direct();
        if (direct != null) {
            return ServerResponse.status(302)
                    .location(URI.create(Card.href(direct)))
                    .build();
        }
        List<Hit> hits = answer.hits();
        List<Hit> shown = hits.subList(Math.min(first, hits.size()), Math.min(first + ON_A_PAGE, hits.size()));
        Map<Long, List<Appearance>> appearances = catalogue.appearances(
                shown.stream().map(hit -> hit.paper().number()).toList());
        List<Card> cards = shown.stream()
                .map(hit -> Card.of(hit, best(appearances.get(hit.paper().number()))))
                .toList();
        String note = answer.complete()
                ? null
                : "Some papers are still being read for their meaning; for now those are found by their words only.";
        return page(
                form,
                new SearchPage(
                        form,
                        summary(form, first, shown.size()),
                        RespelledQuery.of(form, answer),
                        note,
                        cards,
                        form.page() == 0 ? null : new Step(form.href(form.page() - 1), "Better matches"),
                        hits.size() > first + ON_A_PAGE && !form.isLastPage()
                                ? new Step(form.href(form.page() + 1), "More papers")
                                : null));
    }

    private ServerResponse page(SearchForm form, SearchPage page) {
        boolean mathematics = page.cards().stream().anyMatch(Card::hasMathematics);
        String title = form.query().isEmpty() ? "Search" : "Search: " + form.query();
        return view.page("search.jte", view.frame(title, form.query(), mathematics, false), page);
    }

    private static String summary(SearchForm form, int first, int shown) {
        if (shown == 0) {
            return form.isNarrowed()
                    ? "No paper here matches with these filters. Widen them, or use other words."
                    : "No paper here matches. Use other words, or fewer.";
        }
        return first == 0
                ? "The " + (shown == 1 ? "one paper that matches" : Words.number(shown) + " papers that match best")
                : "Papers " + Words.number(first + 1) + " to " + Words.number(first + shown);
    }

    private static @Nullable Appearance best(@Nullable List<Appearance> appearances) {
        return appearances == null
                ? null
                : appearances.stream()
                        .max(Comparator.comparingInt(Appearance::votes))
                        .orElse(null);
    }
}
