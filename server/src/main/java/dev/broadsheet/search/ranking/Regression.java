package dev.broadsheet.search.ranking;

import java.util.List;

/**
 * What papers' vectors foretell of their scores, by ridge regression: near papers are told near
 * scores, and what the best have in common counts for all that share it. In its dual form, as there
 * are fewer papers than numbers in a vector (C. Saunders, A. Gammerman, V. Vovk: "Ridge Regression
 * Learning Algorithm in Dual Variables", 1998).
 */
final class Regression {
    private Regression() {}

    /**
     * The foretold scores, each at its paper's place: with K the inner products of the vectors about
     * their mean, divided by the mean of its diagonal, and y the scores about theirs, K (K + rI)⁻¹ y.
     *
     * @param vectors all of one length
     * @param ridge r, above 0: the greater, the less a paper's own score counts against the others'
     * @return the scores themselves where all vectors are the same
     */
    static double[] foretold(List<float[]> vectors, double[] scores, double ridge) {
        int count = scores.length;
        double[][] system = products(vectors);
        double diagonal = 0;
        double mean = 0;
        for (int i = 0; i < count; i++) {
            diagonal += system[i][i] / count;
            mean += scores[i] / count;
        }
        if (!(diagonal > 0)) {
            return scores.clone();
        }
        double[] part = new double[count];
        for (int i = 0; i < count; i++) {
            part[i] = scores[i] - mean;
            for (int j = 0; j <= i; j++) {
                system[i][j] /= diagonal;
            }
            system[i][i] += ridge;
        }
        solve(system, part);
        // K a = y - r a, as (K + rI) a = y.
        double[] foretold = new double[count];
        for (int i = 0; i < count; i++) {
            foretold[i] = scores[i] - ridge * part[i];
        }
        return foretold;
    }

    /** The inner products of the vectors about their mean; the lower triangle only. */
    private static double[][] products(List<float[]> vectors) {
        int count = vectors.size();
        double[][] products = new double[count][];
        for (int i = 0; i < count; i++) {
            products[i] = new double[i + 1];
        }
        double[] column = new double[count];
        int dimensions = count == 0 ? 0 : vectors.getFirst().length;
        // By dimensions and not by pairs: the inner loop has no sum in it, so Java makes it a vector loop.
        for (int dimension = 0; dimension < dimensions; dimension++) {
            double mean = 0;
            for (int i = 0; i < count; i++) {
                column[i] = vectors.get(i)[dimension];
                mean += column[i] / count;
            }
            for (int i = 0; i < count; i++) {
                column[i] -= mean;
            }
            for (int i = 0; i < count; i++) {
                double[] row = products[i];
                double value = column[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += value * column[j];
                }
            }
        }
        return products;
    }

    /** Solves a symmetric positive definite system by Cholesky's decomposition, in place. */
    private static void solve(double[][] lower, double[] side) {
        int count = side.length;
        for (int i = 0; i < count; i++) {
            double[] row = lower[i];
            for (int j = 0; j < i; j++) {
                row[j] = (row[j] - product(row, lower[j], j)) / lower[j][j];
            }
            row[i] = Math.sqrt(row[i] - product(row, row, i));
            side[i] = (side[i] - product(row, side, i)) / row[i];
        }
        for (int i = count - 1; i >= 0; i--) {
            side[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                side[j] -= lower[i][j] * side[i];
            }
        }
    }

    private static double product(double[] one, double[] other, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
