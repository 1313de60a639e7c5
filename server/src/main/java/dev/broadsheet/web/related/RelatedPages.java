package dev.broadsheet.web.related;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.RelatedRequest;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.site.Page;
import dev.broadsheet.site.Refusal;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.text.TexText;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.NoSuchPaper;
import dev.broadsheet.web.shared.Piece;
import dev.broadsheet.web.shared.SortingChoice;
import dev.broadsheet.web.shared.VoteButtons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page of papers near to some, and away from others. */
public final class RelatedPages {
    private static final int ON_A_PAGE = 30;

    /** Examples of each kind that an address may name; more would not fit into one. */
    private static final int MOST_EXAMPLES = 20;

    private final PaperSearch search;
    private final Catalogue catalogue;
    private final VoteButtons votes;

    public RelatedPages(PaperSearch search, Catalogue catalogue, VoteButtons votes) {
        this.votes = votes;
        this.search = search;
        this.catalogue = catalogue;
    }

    /** The papers near to the examples that the address names. */
    public Response related(Request request) {
        List<String> named = request.parameters("like");
        List<String> avoided = request.parameters("unlike");
        if (named.isEmpty() || named.size() > MOST_EXAMPLES || avoided.size() > MOST_EXAMPLES) {
            throw Refusal.badRequest(
                    "Like which paper?",
                    "This page shows the papers near to 1 to " + MOST_EXAMPLES + " examples, and away from at most "
                            + MOST_EXAMPLES + " others. Open a paper and choose “More like this”.");
        }
        List<String> missing = new ArrayList<>();
        List<Paper> like = examples(named, missing);
        List<Paper> unlike = examples(avoided, missing);
        if (!missing.isEmpty()) {
            throw NoSuchPaper.named(missing.getFirst());
        }
        Order order = order(request.parameter("sort").orElse(""));
        RelatedQuery examples = new RelatedQuery(ids(like), ids(unlike), order);
        List<Hit> hits = search.related(new RelatedRequest(numbers(like), numbers(unlike), ON_A_PAGE, order));
        Map<Long, Appearance> appearances = catalogue.bestAppearances(
                hits.stream().map(hit -> hit.paper().number()).toList());
        VoteButtons.OnPage buttons =
                votes.on(request, hits.stream().map(Hit::paper).toList());
        List<RelatedPage.Found> found = hits.stream()
                .map(hit -> found(
                        hit,
                        examples,
                        Card.of(hit, appearances.get(hit.paper().number())).with(buttons, hit.paper())))
                .toList();
        RelatedPage page = new RelatedPage(
                like.stream().map(paper -> named(paper, examples)).toList(),
                unlike.stream().map(paper -> named(paper, examples)).toList(),
                orders(examples),
                found);
        String title = "Papers like " + TexText.plain(like.getFirst().metadata().title());
        return Response.page(Page.of("web/related/related.jte", title, page).mathematics(page.hasMathematics()));
    }

    private List<Paper> examples(List<String> ids, List<String> missing) {
        List<Paper> papers = new ArrayList<>();
        for (String id : ids) {
            Optional<Paper> paper = id.isBlank() ? Optional.empty() : catalogue.find(id.strip());
            if (paper.isEmpty()) {
                missing.add(id);
            } else if (papers.stream()
                    .noneMatch(other -> other.number() == paper.get().number())) {
                papers.add(paper.get());
            }
        }
        return papers;
    }

    private static Order order(String sort) {
        for (Order order : Order.values()) {
            if (order.name().equalsIgnoreCase(sort)) {
                return order;
            }
        }
        return Order.RELEVANCE;
    }

    private static RelatedPage.Found found(Hit hit, RelatedQuery examples, Card card) {
        String id = hit.paper().id().value();
        return new RelatedPage.Found(
                card,
                String.format(Locale.ROOT, "%.2f", hit.score()),
                examples.withLike(id).href(),
                examples.withUnlike(id).href());
    }

    private static RelatedPage.Example named(Paper paper, RelatedQuery examples) {
        return new RelatedPage.Example(
                Addresses.paper(paper),
                Piece.all(paper.metadata().title()),
                examples.without(paper.id().value()).href());
    }

    private static List<SortingChoice> orders(RelatedQuery examples) {
        List<SortingChoice> orders = new ArrayList<>();
        for (Order order : Order.values()) {
            String words = switch (order) {
                case RELEVANCE -> "nearest";
                case DATE -> "newest";
                case VOTES -> "most votes";
                case COMMENTS -> "most comments";
            };
            orders.add(new SortingChoice(words, examples.in(order).href(), order == examples.order()));
        }
        return orders;
    }

    private static List<String> ids(List<Paper> papers) {
        return papers.stream().map(paper -> paper.id().value()).toList();
    }

    private static List<Long> numbers(List<Paper> papers) {
        return papers.stream().map(Paper::number).toList();
    }
}
