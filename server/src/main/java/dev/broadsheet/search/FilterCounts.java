package dev.broadsheet.search;

import dev.broadsheet.search.SearchAnswer.Count;
import dev.broadsheet.search.SearchAnswer.Counts;
import dev.broadsheet.search.engine.Facets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From what an engine counted to what a reader is told. */
final class FilterCounts {
    /** Values of one kind that are told: more are of no use to a reader. */
    private static final int MOST = 100;

    private static final Comparator<Count> FREQUENT_FIRST =
            Comparator.comparingInt(Count::papers).reversed().thenComparing(Count::value);

    private FilterCounts() {}

    static Counts of(Facets facets) {
        List<Count> years = facets.years().entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByKey().reversed())
                .limit(MOST)
                .map(year -> new Count(year.getKey().toString(), year.getValue()))
                .toList();
        return new Counts(
                facets.papers(),
                mostFrequent(facets.categories()),
                years,
                mostFrequent(facets.sources()),
                facets.withCode());
    }

    /** What filters take for the same is one, written as most papers write it. */
    private static List<Count> mostFrequent(Map<String, Integer> counts) {
        Map<String, Count> same = new HashMap<>();
        counts.forEach((value, papers) -> same.merge(
                value.toLowerCase(Locale.ROOT),
                new Count(value, papers),
                (one, other) -> new Count(
                        (FREQUENT_FIRST.compare(one, other) < 0 ? one : other).value(),
                        one.papers() + other.papers())));
        return same.values().stream().sorted(FREQUENT_FIRST).limit(MOST).toList();
    }
}
