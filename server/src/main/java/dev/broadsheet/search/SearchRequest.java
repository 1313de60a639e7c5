package dev.broadsheet.search;

import dev.broadsheet.search.engine.SortOrder;
import dev.broadsheet.search.query.Condition;
import dev.broadsheet.search.query.QueryText;
import dev.broadsheet.search.ranking.Signals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for.
 *
 * @param query as typed; any text is allowed; the first 2,000 characters count, of which the models read as
 *     many as they can
 * @param limit how many answers at most, 1 to 1000
 * @param cursor where the page before ended ({@link SearchAnswer#next}), or null for the first page; one
 *     that does not belong to this request leads to the first page
 * @param explained whether each hit is to say why it is there
 */
public record SearchRequest(
        String query,
        int limit,
        Filters filters,
        Ranking ranking,
        Order order,
        @Nullable String cursor,
        boolean explained) {
    /** The most answers one request gives. */
    public static final int MOST = PageCursor.LONGEST_RANKING;

    public SearchRequest {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
    }

    /** The first page, best first, unexplained. */
    public SearchRequest(String query, int limit, Filters filters, Ranking ranking) {
        this(query, limit, filters, ranking, Order.RELEVANCE, null, false);
    }

    /** Everything, by the full ranking. */
    public static SearchRequest of(String query, int limit) {
        return new SearchRequest(query, limit, Filters.NONE, Ranking.FULL);
    }

    /**
     * Whether there is no cursor, or one that an answer to the same query gave, with the same filters,
     * ranking and order. A cursor outlives the process that gave it.
     */
    public boolean isCursorSound() {
        return cursor == null || pageCursor() != null;
    }

    /** Where the page before ended; null for the first page, and where the cursor does not belong to this request. */
    @Nullable PageCursor pageCursor() {
        return cursor == null ? null : PageCursor.read(cursor, question());
    }

    /** What a cursor belongs to: everything but how much is shown of it. */
    List<Object> question() {
        // Lists, because their text shows where each value ends.
        return List.of(
                QueryText.clean(query),
                new TreeSet<>(filters.categories),
                String.valueOf(filters.from),
                String.valueOf(filters.until),
                new TreeSet<>(filters.sources),
                filters.withCode,
                ranking,
                order);
    }

    /** Which signals decide the order. */
    public enum Ranking {
        FULL,
        WORDS,
        MEANING;

        Signals signals() {
            return switch (this) {
                case FULL -> Signals.ALL;
                case WORDS -> Signals.WORDS;
                case MEANING -> Signals.MEANING;
            };
        }
    }

    /** In which order the answers are given. */
    public enum Order {
        RELEVANCE,
        /** Newest first. */
        DATE,
        /** Most votes first. */
        VOTES,
        /** Most comments first. */
        COMMENTS;

        /** The order by what papers are; by relevance means by date, where nothing is there to be relevant to. */
        SortOrder byWhatPapersAre() {
            return switch (this) {
                case RELEVANCE, DATE -> SortOrder.DATE;
                case VOTES -> SortOrder.VOTES;
                case COMMENTS -> SortOrder.COMMENTS;
            };
        }
    }

    /**
     * Which papers may be answers.
     *
     * @param categories any of these; {@code cs.*} stands for all of an archive; empty for all
     * @param from the first day, by the paper's day, or null
     * @param until the last day, or null
     * @param sources papers that any of these sources knows; empty for all
     * @param withCode only papers with an address of their code
     */
    public record Filters(
            Set<String> categories,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Set<String> sources,
            boolean withCode) {
        /** No filter. */
        public static final Filters NONE = new Filters(Set.of(), null, null, Set.of());

        public Filters(
                Set<String> categories, @Nullable LocalDate from, @Nullable LocalDate until, Set<String> sources) {
            this(categories, from, until, sources, false);
        }

        /** What a paper must fulfil to pass; null where all do. */
        @Nullable Condition condition() {
            List<Condition> all = new ArrayList<>();
            if (!categories.isEmpty()) {
                all.add(new Condition.InCategories(categories));
            }
            if (!sources.isEmpty()) {
                all.add(new Condition.FromSources(sources));
            }
            if (from != null || until != null) {
                all.add(new Condition.Days(from, until));
            }
            if (withCode) {
                all.add(new Condition.WithCode());
            }
            return all.size() < 2 ? (all.isEmpty() ? null : all.getFirst()) : new Condition.All(all);
        }
    }
}
