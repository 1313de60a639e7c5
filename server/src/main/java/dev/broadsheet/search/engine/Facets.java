package dev.broadsheet.search.engine;

import java.util.Map;

/**
 * How many papers of a set have which value. Immutable.
 *
 * @param papers how many papers there are
 * @param categories by the category as it is written; a paper counts once for codes that only case tells apart
 * @param years by the year of the paper's day; a paper without a day counts for none
 * @param sources by the source as it is written
 * @param withCode papers with an address of their code
 */
public record Facets(
        int papers,
        Map<String, Integer> categories,
        Map<Integer, Integer> years,
        Map<String, Integer> sources,
        int withCode) {
    /** Of no paper. */
    public static final Facets NONE = new Facets(0, Map.of(), Map.of(), Map.of(), 0);

    public Facets {
        categories = Map.copyOf(categories);
        years = Map.copyOf(years);
        sources = Map.copyOf(sources);
    }
}
