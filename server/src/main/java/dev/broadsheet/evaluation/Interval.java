package dev.broadsheet.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A mean over queries and where it would lie in 95 of 100 draws of as many queries: the percentile
 * bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). The same values
 * give the same interval each time.
 *
 * @param low the 2.5th percentile of the resampled means
 * @param high the 97.5th
 */
public record Interval(double mean, double low, double high) {
    private static final int RESAMPLES = 10_000;
    private static final double OUTSIDE = 0.025;
    private static final long SEED = 20261121;

    /**
     * Over the queries of several collections, each of which counts the same however many queries it
     * has and is drawn from by itself.
     *
     * @param collections the values of each collection's queries, at least one collection and one query in each
     */
    public static Interval ofMeans(List<double[]> collections) {
        if (collections.isEmpty() || collections.stream().anyMatch(values -> values.length == 0)) {
            throw new IllegalArgumentException("there is no mean of nothing");
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (double[] values : collections) {
                sum += resampled(values, random);
            }
            means[i] = sum / collections.size();
        }
        Arrays.sort(means);
        double mean = collections.stream()
                .mapToDouble(values -> Arrays.stream(values).sum() / values.length)
                .sum();
        return new Interval(
                mean / collections.size(),
                means[(int) (RESAMPLES * OUTSIDE)],
                means[(int) (RESAMPLES * (1 - OUTSIDE)) - 1]);
    }

    private static double resampled(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
