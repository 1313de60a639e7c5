package dev.broadsheet.search;

import dev.broadsheet.search.SearchAnswer.Counts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers to a query in the order in which they stood once. Immutable. */
final class KeptOrder {
    private final long[] papers;
    private final double[] scores;
    private final Counts counts;
    private final long highest;

    /**
     * @param papers in order, each once
     * @param scores of each of them
     * @param highest no paper of the index had a higher number then
     */
    KeptOrder(List<Long> papers, List<Double> scores, Counts counts, long highest) {
        this.papers = papers.stream().mapToLong(Long::longValue).toArray();
        this.scores = scores.stream().mapToDouble(Double::doubleValue).toArray();
        this.counts = counts;
        this.highest = highest;
    }

    int size() {
        return papers.length;
    }

    Counts counts() {
        return counts;
    }

    long highest() {
        return highest;
    }

    /** The scores of the papers behind the first {@code offset}, by their numbers, in order. */
    Map<Long, Double> page(int offset, int limit) {
        Map<Long, Double> page = new LinkedHashMap<>();
        for (int i = offset; i < papers.length && i - offset < limit; i++) {
            page.put(papers[i], scores[i]);
        }
        return page;
    }
}
