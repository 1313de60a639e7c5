package dev.broadsheet.search.lucene;

import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.search.analysis.PaperAnalyzer;
import dev.broadsheet.search.analysis.TextAnalysis;
import dev.broadsheet.search.analysis.TextAnalysis.Placed;
import dev.broadsheet.search.query.Condition;
import dev.broadsheet.search.query.Condition.Part;
import dev.broadsheet.search.query.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanPositionRangeQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A scope, and the condition in it, as Lucene understands them. For one condition, one thread. */
final class ConditionQuery {
    /** Words and parts of names that are looked for; the ranking's beside them, Lucene takes 1,024. The rest asks for nothing. */
    static final int MOST_WORDS = 400;

    private int words;

    private ConditionQuery() {}

    /** The query, kept to the papers in the scope. */
    static Query within(Scope scope, Query query) {
        Query filter = of(scope);
        return filter == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(filter, Occur.FILTER)
                        .build();
    }

    /** The query that the papers in the scope match, or null where all are in it. */
    static @Nullable Query of(Scope scope) {
        List<Query> queries = new ArrayList<>();
        Query condition = scope.condition() == null ? null : of(scope.condition());
        if (condition != null) {
            queries.add(condition);
        }
        if (scope.highest() < Long.MAX_VALUE) {
            queries.add(NumericDocValuesField.newSlowRangeQuery(PaperDocument.NUMBER, Long.MIN_VALUE, scope.highest()));
        }
        return joinedQueries(queries, Occur.FILTER);
    }

    /** The query that the papers must match, or null where it asks for nothing: of stop words only, say. */
    static @Nullable Query of(Condition condition) {
        return new ConditionQuery().query(condition);
    }

    private @Nullable Query query(Condition condition) {
        return switch (condition) {
            case Condition.All all -> joined(all.conditions(), Occur.FILTER);
            case Condition.Any any -> joined(any.conditions(), Occur.SHOULD);
            case Condition.Not not -> not(query(not.condition()));
            case Condition.Words held -> words(held.part(), held.text());
            case Condition.Phrase phrase -> phrase(phrase.part(), phrase.text());
            case Condition.By by -> author(by.author());
            case Condition.Category category -> category(category.code());
            case Condition.InCategories in -> anyOf(PaperDocument.CATEGORY, in.codes());
            case Condition.FromSources from -> anyOf(PaperDocument.SOURCE, from.sources());
            case Condition.Days days -> days(days.from(), days.until());
            case Condition.WithCode code -> new TermQuery(new Term(PaperDocument.CODE, PaperDocument.YES));
            case Condition.Named named -> named(named.identifier());
        };
    }

    private @Nullable Query joined(List<Condition> conditions, Occur occur) {
        return joinedQueries(
                conditions.stream().map(this::query).filter(Objects::nonNull).toList(), occur);
    }

    private static @Nullable Query joinedQueries(List<Query> queries, Occur occur) {
        if (queries.size() < 2) {
            return queries.isEmpty() ? null : queries.getFirst();
        }
        BooleanQuery.Builder joined = new BooleanQuery.Builder();
        queries.forEach(query -> joined.add(query, occur));
        return joined.build();
    }

    private static @Nullable Query not(@Nullable Query query) {
        return query == null
                ? null
                : new BooleanQuery.Builder()
                        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                        .add(query, Occur.MUST_NOT)
                        .build();
    }

    private @Nullable Query author(String name) {
        int clauses = NameParts.clauses(name);
        if (words + clauses > MOST_WORDS) {
            return null;
        }
        words += clauses;
        return NameParts.query(PaperDocument.AUTHOR_PARTS, name);
    }

    /** What is written as one ("pre-training", "O(n)") belongs together. */
    private @Nullable Query words(Part part, String text) {
        List<Query> queries = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            Query query = phrase(part, word);
            if (query != null) {
                queries.add(query);
            }
        }
        return joinedQueries(queries, Occur.FILTER);
    }

    private @Nullable Query phrase(Part part, String text) {
        List<Placed> placed = TextAnalysis.placed(text);
        List<Placed> counted = placed.subList(0, Math.min(placed.size(), MOST_WORDS - words));
        words += counted.size();
        if (counted.isEmpty()) {
            return null;
        }
        return switch (part) {
            case ANYWHERE -> anywhere(counted);
            case TITLE -> new SpanPositionRangeQuery(span(counted), 0, PaperAnalyzer.LONGEST_TITLE);
            case ABSTRACT -> new SpanPositionRangeQuery(span(counted), PaperAnalyzer.LONGEST_TITLE, Integer.MAX_VALUE);
        };
    }

    private static Query anywhere(List<Placed> placed) {
        if (placed.size() == 1) {
            return new TermQuery(term(placed.getFirst()));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        placed.forEach(word -> phrase.add(term(word), word.place()));
        return phrase.build();
    }

    private static SpanQuery span(List<Placed> placed) {
        if (placed.size() == 1) {
            return new SpanTermQuery(term(placed.getFirst()));
        }
        SpanNearQuery.Builder near = SpanNearQuery.newOrderedNearQuery(PaperDocument.TEXT);
        int place = placed.getFirst().place();
        for (Placed word : placed) {
            if (word.place() > place) {
                near.addGap(word.place() - place);
            }
            near.addClause(new SpanTermQuery(term(word)));
            place = word.place() + 1;
        }
        return near.build();
    }

    private static Term term(Placed word) {
        return new Term(PaperDocument.TEXT, word.stem());
    }

    /** A name without its part stands for the archive, which is sometimes a category itself. */
    private static Query category(String code) {
        return anyOf(PaperDocument.CATEGORY, code.contains(".") ? Set.of(code) : Set.of(code, code + ".*"));
    }

    private static Query named(String identifier) {
        Set<String> names = new HashSet<>(Set.of(identifier));
        Identifiers.recognise(identifier).ifPresent(name -> names.add(name.toString()));
        return anyOf(PaperDocument.IDENTIFIER, names);
    }

    /** The papers of these days, both included; null is open. */
    private static Query days(@Nullable LocalDate from, @Nullable LocalDate until) {
        return IntField.newRangeQuery(PaperDocument.DAY, day(from, Integer.MIN_VALUE), day(until, Integer.MAX_VALUE));
    }

    private static int day(@Nullable LocalDate day, int otherwise) {
        return day == null ? otherwise : Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** The papers that have any of these codes in the field. */
    private static Query anyOf(String field, Set<String> codes) {
        return new TermInSetQuery(
                field,
                codes.stream()
                        .map(code -> new BytesRef(PaperDocument.exact(code)))
                        .toList());
    }
}
