package dev.broadsheet.search.lucene;

import dev.broadsheet.search.SearchRequest.Filters;
import dev.broadsheet.search.query.Scope;
import java.time.LocalDate;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Filters, and the condition beside them, as Lucene understands them. */
final class FilterQuery {
    private FilterQuery() {}

    /** The query that the papers must match too, or null where all pass. */
    static @Nullable Query of(Scope scope) {
        Filters filters = scope.filters();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!filters.categories().isEmpty()) {
            all.add(anyOf(PaperDocument.CATEGORY, filters.categories()), Occur.FILTER);
        }
        if (!filters.sources().isEmpty()) {
            all.add(anyOf(PaperDocument.SOURCE, filters.sources()), Occur.FILTER);
        }
        if (filters.from() != null || filters.until() != null) {
            all.add(days(filters.from(), filters.until()), Occur.FILTER);
        }
        Query condition = scope.condition() == null ? null : ConditionQuery.of(scope.condition());
        if (condition != null) {
            all.add(condition, Occur.FILTER);
        }
        if (filters.withCode()) {
            all.add(new TermQuery(new Term(PaperDocument.CODE, PaperDocument.YES)), Occur.FILTER);
        }
        if (scope.highest() < Long.MAX_VALUE) {
            all.add(
                    NumericDocValuesField.newSlowRangeQuery(PaperDocument.NUMBER, Long.MIN_VALUE, scope.highest()),
                    Occur.FILTER);
        }
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? null : query;
    }

    /** The papers of these days, both included; null is open. */
    static Query days(@Nullable LocalDate from, @Nullable LocalDate until) {
        return IntField.newRangeQuery(PaperDocument.DAY, day(from, Integer.MIN_VALUE), day(until, Integer.MAX_VALUE));
    }

    /** The papers that have any of these codes in the field. */
    static Query anyOf(String field, Set<String> codes) {
        return new TermInSetQuery(
                field,
                codes.stream()
                        .map(code -> new BytesRef(PaperDocument.exact(code)))
                        .toList());
    }

    private static int day(@Nullable LocalDate day, int otherwise) {
        return day == null ? otherwise : Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
