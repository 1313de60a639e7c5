package dev.broadsheet.search.query;

import dev.broadsheet.search.SearchRequest.Filters;
import org.jspecify.annotations.Nullable;

/**
 * Which papers may be answers: those that pass the filters beside the query and fulfil the condition
 * within it. Immutable.
 *
 * @param condition or null where the query has none
 * @param highest papers whose number is higher came too late; {@link Long#MAX_VALUE} for none
 */
public record Scope(Filters filters, @Nullable Condition condition, long highest) {
    /** Every paper. */
    public static final Scope ALL = new Scope(Filters.NONE, null);

    public Scope(Filters filters, @Nullable Condition condition) {
        this(filters, condition, Long.MAX_VALUE);
    }

    public static Scope of(Filters filters) {
        return new Scope(filters, null);
    }

    /** The same without the papers that came later than the one with this number. */
    public Scope upTo(long number) {
        return new Scope(filters, condition, number);
    }
}
