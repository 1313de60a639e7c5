package dev.broadsheet.web.search;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Order;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.site.Address;
import dev.broadsheet.site.FieldError;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.Request;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person asked of the search page. It is shown again as it was typed, and has the address that asks it. */
final class SearchForm {
    private final Form typed;
    private final String query;
    private final SearchFilters filters;
    private final Ranking ranking;
    private final Order order;
    private final boolean explained;
    private final @Nullable String cursor;
    private final Address address;

    private SearchForm(Form typed) {
        this.typed = typed;
        this.query = typed.text("q");
        this.filters = SearchFilters.of(typed);
        this.ranking = typed.choice("ranking", "ranking", Ranking.FULL);
        this.order = typed.choice("sort", "order", Order.RELEVANCE);
        this.explained = typed.isTicked("explain");
        String place = typed.text("cursor");
        this.cursor = place.isEmpty() ? null : place;
        this.address = Addresses.search(query)
                .with("category", filters.categories())
                .with("from", typed.text("from"))
                .with("until", typed.text("until"))
                .with("source", filters.sources())
                .with("code", filters.withCode() ? "1" : "")
                .with("ranking", ranking == Ranking.FULL ? "" : Form.word(ranking))
                .with("sort", order == Order.RELEVANCE ? "" : Form.word(order))
                .with("explain", explained ? "1" : "");
    }

    static SearchForm of(Request request) {
        return new SearchForm(request.form());
    }

    String query() {
        return query;
    }

    SearchFilters filters() {
        return filters;
    }

    Ranking ranking() {
        return ranking;
    }

    Order order() {
        return order;
    }

    boolean explained() {
        return explained;
    }

    /** What was typed into a field. */
    String text(String field) {
        return typed.text(field);
    }

    /** What could not be understood, as sentences; empty where all could. */
    List<String> mistakes() {
        return typed.errors().stream().map(FieldError::message).toList();
    }

    /** Whether any filter is set. */
    boolean isNarrowed() {
        return !(filters.categories().isEmpty()
                        && text("from").isEmpty()
                        && text("until").isEmpty()
                        && filters.sources().isEmpty())
                || filters.withCode();
    }

    /** Whether there is anything to look for: words, or at least a filter or an order. */
    boolean isAsked() {
        return !query.isEmpty() || isNarrowed() || order != Order.RELEVANCE;
    }

    /** To be asked for only without mistakes. */
    SearchRequest request(int limit) {
        return new SearchRequest(query, limit, filters.filters(), ranking, order, cursor, explained);
    }

    /** The address that asks this, of the first page. What is changed in it leads to a first page again. */
    Address address() {
        return address;
    }

    /** The address of another page of the answer. */
    String page(@Nullable String place) {
        return address.with("cursor", Objects.requireNonNullElse(place, "")).href();
    }
}
