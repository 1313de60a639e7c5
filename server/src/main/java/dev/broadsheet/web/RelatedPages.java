package dev.broadsheet.web;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.RelatedRequest;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.text.TexText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The page of papers near to some, and away from others. */
@Component
final class RelatedPages {
    private static final int ON_A_PAGE = 30;

    /** RelatedQuery of each kind that an address may name; more would not fit into one. */
    private static final int MOST_EXAMPLES = 20;

    private final PaperSearch search;
    private final Catalogue catalogue;
    private final View view;
    private final Problems problems;

    RelatedPages(PaperSearch search, Catalogue catalogue, View view, Problems problems) {
        this.search = search;
        this.catalogue = catalogue;
        this.view = view;
        this.problems = problems;
    }

    ServerResponse related(ServerRequest request) {
        List<String> named = request.params().getOrDefault("like", List.of());
        List<String> avoided = request.params().getOrDefault("unlike", List.of());
        if (named.isEmpty() || named.size() > MOST_EXAMPLES || avoided.size() > MOST_EXAMPLES) {
            return problems.badRequest(
                    "Like which paper?",
                    "This page shows the papers near to 1 to " + MOST_EXAMPLES + " examples, and away from at most "
                            + MOST_EXAMPLES + " others. Open a paper and choose “More like this”.");
        }
        List<String> missing = new ArrayList<>();
        List<Paper> like = examples(named, missing);
        List<Paper> unlike = examples(avoided, missing);
        if (!missing.isEmpty()) {
            return problems.noSuchPaper(missing.getFirst());
        }
        Order order = order(request.param("sort").orElse(""));
        RelatedQuery examples = new RelatedQuery(ids(like), ids(unlike), order);
        List<Hit> hits = search.related(new RelatedRequest(numbers(like), numbers(unlike), ON_A_PAGE, order));
        Map<Long, List<Appearance>> appearances = catalogue.appearances(
                hits.stream().map(hit -> hit.paper().number()).toList());
        List<RelatedPage.Found> found = hits.stream()
                .map(hit -> found(
                        hit,
                        examples,
                        Appearance.best(appearances.getOrDefault(hit.paper().number(), List.of()))))
                .toList();
        RelatedPage page = new RelatedPage(
                like.stream().map(paper -> named(paper, examples)).toList(),
                unlike.stream().map(paper -> named(paper, examples)).toList(),
                orders(examples),
                found);
        boolean mathematics = page.hasMathematics();
        String title = "Papers like " + TexText.plain(like.getFirst().metadata().title());
        return view.page("related.jte", view.frame(title, "", mathematics, false), page);
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

    private static RelatedPage.Found found(Hit hit, RelatedQuery examples, @Nullable Appearance appearance) {
        String id = hit.paper().id().value();
        return new RelatedPage.Found(
                Card.of(hit, appearance),
                String.format(Locale.ROOT, "%.2f", hit.score()),
                examples.withLike(id).href(),
                examples.withUnlike(id).href());
    }

    private static RelatedPage.Example named(Paper paper, RelatedQuery examples) {
        return new RelatedPage.Example(
                Card.href(paper),
                Piece.all(paper.metadata().title()),
                examples.without(paper.id().value()).href());
    }

    private static List<RelatedPage.Sorting> orders(RelatedQuery examples) {
        List<RelatedPage.Sorting> orders = new ArrayList<>();
        for (Order order : Order.values()) {
            String words = switch (order) {
                case RELEVANCE -> "nearest";
                case DATE -> "newest";
                case VOTES -> "most votes";
                case COMMENTS -> "most comments";
            };
            orders.add(new RelatedPage.Sorting(words, examples.in(order).href(), order == examples.order()));
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
