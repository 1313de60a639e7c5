package dev.broadsheet.api;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.PaperSearch;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.site.Request;
import dev.broadsheet.site.Response;
import dev.broadsheet.vote.Votes;
import java.util.List;
import java.util.Map;

/** Papers near to some, and away from others: not part of the contract of Hugging Face's clients. */
final class RelatedApi {
    private final Catalogue catalogue;
    private final PaperSearch search;
    private final Votes votes;

    RelatedApi(Catalogue catalogue, PaperSearch search, Votes votes) {
        this.votes = votes;
        this.catalogue = catalogue;
        this.search = search;
    }

    /** The examples as repeated parameters. */
    Response asked(Request request) {
        return answer(request, RelatedArguments.of(request));
    }

    /** The examples as a JSON object. */
    Response posted(Request request) {
        return answer(request, RelatedArguments.of(request.json()));
    }

    private Response answer(Request request, RelatedArguments arguments) {
        List<Hit> hits = search.related(arguments.request(catalogue));
        Map<Long, Appearance> appearances = catalogue.bestAppearances(
                hits.stream().map(hit -> hit.paper().number()).toList());
        ApiCounts counts = ApiCounts.of(
                votes, catalogue, request, hits.stream().map(Hit::paper).toList());
        String origin = request.origin();
        return Response.json(hits.stream()
                .map(hit -> new RelatedItem(
                        ListItem.found(hit, appearances.get(hit.paper().number()), counts, origin), hit.score()))
                .toList());
    }
}
