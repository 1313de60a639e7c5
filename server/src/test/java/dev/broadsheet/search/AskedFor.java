package dev.broadsheet.search;

import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.engine.Facets;
import dev.broadsheet.search.query.Scope;

/** What is asked of an engine for what a reader asks, and what the reader is told, for tests of engines. */
public final class AskedFor {
    private AskedFor() {}

    public static Scope by(Filters filters) {
        return Scope.of(filters.condition());
    }

    public static Counts counts(Facets facets) {
        return FilterCounts.of(facets);
    }
}
