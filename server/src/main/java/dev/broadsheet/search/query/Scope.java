package dev.broadsheet.search.query;

import dev.broadsheet.search.SearchRequest.Filters;
import org.jspecify.annotations.Nullable;

/**
 * Which papers may be answers: those that pass the filters beside the query and fulfil the condition
 * within it. Immutable.
 *
 * @param condition or null where the query has none
 */
public record Scope(Filters filters, @Nullable Condition condition) {
    /** Every paper. */
    public static final Scope ALL = new Scope(Filters.NONE, null);

    public static Scope of(Filters filters) {
        return new Scope(filters, null);
    }
}
