package dev.broadsheet.web.search;

import dev.broadsheet.search.SearchAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Another spelling of a query, as the search page says it.
 *
 * @param typed the query as typed
 * @param other the other spelling
 * @param href searches for it
 * @param instead whether it was searched for already
 */
record RespelledQuery(String typed, String other, String href, boolean instead) {
    /** @return null where the query is spelt well */
    static @Nullable RespelledQuery of(SearchForm form, SearchAnswer answer) {
        String instead = answer.searchedInstead();
        String other = instead == null ? answer.didYouMean() : instead;
        return other == null
                ? null
                : new RespelledQuery(
                        form.query(), other, form.address().asking("q", other).href(), instead != null);
    }
}
