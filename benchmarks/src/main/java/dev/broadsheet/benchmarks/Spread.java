package dev.broadsheet.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Several measurements of the same thing, printed as their median with the lowest and highest. */
public final class Spread {
    private final double[] sorted;

    public Spread(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double lowest() {
        return sorted[0];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", median(), sorted[0], sorted[sorted.length - 1]);
    }
}
