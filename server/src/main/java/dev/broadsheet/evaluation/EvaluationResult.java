package dev.broadsheet.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a ranking did on a collection, or on several together. Measures are means over the queries that
 * have a relevant document; over several collections, means of these means.
 *
 * @param ranking {@code full}, {@code words}, {@code meaning}, or the name of another recipe
 * @param papers documents that were searched
 * @param collections the answers to each collection's queries, in the collection's order
 * @param notes what a reader of the figures should know of the collection, in sentences
 */
public record EvaluationResult(String ranking, int papers, List<List<Answered>> collections, List<String> notes) {
    public EvaluationResult {
        collections = collections.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
    }

    /**
     * Several collections as one.
     *
     * @param results of one ranking, at least one
     */
    public static EvaluationResult together(List<EvaluationResult> results) {
        return new EvaluationResult(
                results.getFirst().ranking,
                results.stream().mapToInt(EvaluationResult::papers).sum(),
                results.stream().flatMap(result -> result.collections.stream()).toList(),
                results.stream().flatMap(result -> result.notes.stream()).toList());
    }

    /** How many were asked. */
    public int queries() {
        return collections.stream().mapToInt(List::size).sum();
    }

    /** With linear gain, as trec_eval's {@code ndcg_cut_10}. */
    public Interval ndcgAt10() {
        return Interval.ofMeans(values(Answered::ndcgAt10));
    }

    /** As trec_eval's {@code recall_100}. */
    public double recallAt100() {
        return mean(Answered::recallAt100);
    }

    /** A query without a relevant document among the first ten counts 0. */
    public double reciprocalRankAt10() {
        return mean(Answered::reciprocalRankAt10);
    }

    /** The time in milliseconds within which this share of the searches was answered (nearest rank). */
    public double millis(double share) {
        double[] sorted = collections.stream()
                .flatMap(List::stream)
                .mapToDouble(Answered::millis)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? 0
                : sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    /**
     * By how much nDCG@10 is above another ranking's, compared query by query, which tells rankings apart
     * whose own intervals overlap.
     *
     * @param other of the same collections
     * @throws IllegalArgumentException if other queries were asked
     */
    public Interval above(EvaluationResult other) {
        List<double[]> differences = new ArrayList<>();
        for (int i = 0; i < collections.size(); i++) {
            List<Answered> mine = collections.get(i);
            List<Answered> its = other.collections.get(i);
            if (!mine.stream()
                    .map(Answered::query)
                    .toList()
                    .equals(its.stream().map(Answered::query).toList())) {
                throw new IllegalArgumentException("only answers to the same queries can be compared");
            }
            double[] difference = new double[mine.size()];
            for (int query = 0; query < difference.length; query++) {
                difference[query] = mine.get(query).ndcgAt10 - its.get(query).ndcgAt10;
            }
            differences.add(difference);
        }
        return Interval.ofMeans(differences);
    }

    private double mean(ToDoubleFunction<Answered> measure) {
        return values(measure).stream()
                .mapToDouble(values -> Arrays.stream(values).average().orElse(0))
                .average()
                .orElse(0);
    }

    private List<double[]> values(ToDoubleFunction<Answered> measure) {
        return collections.stream()
                .map(answers -> answers.stream().mapToDouble(measure).toArray())
                .toList();
    }

    /**
     * One query.
     *
     * @param query its id
     * @param millis the time of the search, from the query's text to papers with highlights
     */
    public record Answered(
            String query, double ndcgAt10, double recallAt100, double reciprocalRankAt10, double millis) {}
}
