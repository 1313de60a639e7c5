package dev.broadsheet.search;

import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.query.ParsedQuery;
import dev.broadsheet.search.query.QueryParser;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.spelling.Spelling;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for: the query as typed, or another spelling of it. Meaning finds something for any
 * query, so that nothing is found says: no paper that passes the filters and fulfils the conditions holds
 * any of the words. The same for each page of an answer.
 *
 * @param parsed what is searched for
 * @param didYouMean another spelling that papers match, where the query as typed finds something, else null
 * @param searchedInstead the spelling in {@code parsed}, if it is not the query's own, else null
 */
record Respelling(
        ParsedQuery parsed,
        @Nullable String didYouMean,
        @Nullable String searchedInstead) {

    /** @param scope what passes the filters */
    static Respelling of(String query, Scope scope, EngineView view) {
        ParsedQuery typed = QueryParser.parse(query);
        String other = Spelling.respell(query, view.vocabulary());
        ParsedQuery respelt = other == null ? typed : QueryParser.parse(other);
        if (other == null || !isFound(respelt, scope, view)) {
            return new Respelling(typed, null, null);
        }
        return isFound(typed, scope, view) ? new Respelling(typed, other, null) : new Respelling(respelt, null, other);
    }

    private static boolean isFound(ParsedQuery query, Scope filters, EngineView view) {
        Scope scope = filters.and(query.condition());
        String text = query.text();
        if (text.isEmpty()) {
            return !view.newest(scope, 1).isEmpty();
        }
        return !(view.words(text, scope, 1).isEmpty()
                && view.titled(Set.of(text), scope, 1).isEmpty()
                && view.by(text, scope, 1).isEmpty());
    }
}
