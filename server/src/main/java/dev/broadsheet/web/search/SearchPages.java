package dev.broadsheet.web.search;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchAnswer;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Pagination;
import dev.broadsheet.web.shared.SortingChoice;
import dev.broadsheet.web.shared.VoteButtons;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The search page. */
public final class SearchPages {
    private static final int ON_A_PAGE = 30;

    private final PaperSearch search;
    private final Catalogue catalogue;
    private final VoteButtons votes;

    public SearchPages(PaperSearch search, Catalogue catalogue, VoteButtons votes) {
        this.votes = votes;
        this.search = search;
        this.catalogue = catalogue;
    }

    /** The form, and the answer where something was asked; straight to the paper that an identifier names. */
    public Response search(Request request) {
        SearchForm form = SearchForm.of(request);
        if (!form.isAsked() || !form.mistakes().isEmpty()) {
            return page(new SearchPage(form, null));
        }
        SearchAnswer answer = search.search(form.request(ON_A_PAGE));
        Paper direct = answer.direct();
        return direct == null
                ? page(new SearchPage(form, answer(form, answer, request)))
                : Response.redirect(Addresses.paper(direct));
    }

    private static Response page(SearchPage page) {
        String query = page.form().query();
        return Response.page(Page.of("web/search/search.jte", query.isEmpty() ? "Search" : "Search: " + query, page)
                .query(query)
                .mathematics(page.hasMathematics()));
    }

    private SearchPage.Answer answer(SearchForm form, SearchAnswer answer, Request request) {
        String next = answer.next();
        return new SearchPage.Answer(
                AnswerWords.summary(form, answer),
                RespelledQuery.of(form, answer),
                AnswerWords.note(form, answer),
                papers(answer.hits(), request),
                new SearchPage.Narrowing(Facet.of(form, answer.counts()), AnswerWords.counted(answer)),
                new SearchPage.Sorting(orders(form), reasons(form)),
                new Pagination(
                        answer.before() == 0 ? null : new NamedLink("First page", form.page(null)),
                        next == null ? null : new NamedLink("More papers", form.page(next))));
    }

    private List<SearchPage.FoundPaper> papers(List<Hit> hits, Request request) {
        VoteButtons.OnPage buttons =
                votes.on(request, hits.stream().map(Hit::paper).toList());
        Map<Long, Appearance> appearances = catalogue.bestAppearances(
                hits.stream().map(hit -> hit.paper().number()).toList());
        return hits.stream()
                .map(hit -> new SearchPage.FoundPaper(
                        Card.of(hit, appearances.get(hit.paper().number())).with(buttons, hit.paper()),
                        Reason.of(hit.why())))
                .toList();
    }

    private static List<SortingChoice> orders(SearchForm form) {
        // Without words the best are the newest.
        boolean unasked = form.query().isEmpty();
        Order chosen = unasked && form.order() == Order.RELEVANCE ? Order.DATE : form.order();
        return Arrays.stream(Order.values())
                .filter(order -> order != Order.RELEVANCE || !unasked)
                .map(order -> new SortingChoice(
                        switch (order) {
                            case RELEVANCE -> "best";
                            case DATE -> "newest";
                            case VOTES -> "most votes";
                            case COMMENTS -> "most comments";
                        },
                        form.address()
                                .with("sort", order == Order.RELEVANCE ? "" : Form.word(order))
                                .href(),
                        order == chosen))
                .toList();
    }

    private static NamedLink reasons(SearchForm form) {
        return form.explained()
                ? new NamedLink(
                        "Hide why each is here",
                        form.address().with("explain", "").href())
                : new NamedLink(
                        "Show why each is here",
                        form.address().with("explain", "1").href());
    }
}
