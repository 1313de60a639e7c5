package dev.broadsheet.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RegressionTest {

    @RepeatedTest(40)
    void foretellsAsTheMinimumOfTheSquaredErrors(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int count = 2 + random.nextInt(30);
        int dimensions = 1 + random.nextInt(12);
        double ridge = 0.05 + 3 * random.nextDouble();
        List<float[]> vectors =
                Stream.generate(() -> vector(random, dimensions)).limit(count).toList();
        double[] scores = random.doubles(count).toArray();

        double[] foretold = Regression.foretold(vectors, scores, ridge);

        assertThat(foretold).as("seed %d", seed).containsExactly(oracle(vectors, scores, ridge), within(1e-6));
    }

    /**
     * In its primal form: weights w that make sum (y - x w)² + r d |w|² least, found by descent, where d
     * is the mean squared length of the centred vectors.
     */
    private static double[] oracle(List<float[]> vectors, double[] scores, double ridge) {
        int dimensions = vectors.getFirst().length;
        double mean = Arrays.stream(scores).average().orElseThrow();
        double[][] centred = new double[scores.length][dimensions];
        double size = 0;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            int at = dimension;
            double middle =
                    vectors.stream().mapToDouble(vector -> vector[at]).average().orElseThrow();
            for (int i = 0; i < scores.length; i++) {
                centred[i][dimension] = vectors.get(i)[dimension] - middle;
                size += centred[i][dimension] * centred[i][dimension] / scores.length;
            }
        }
        double[] weights = new double[dimensions];
        // No step is too long: the curvature is at most the sum of all squares and the ridge's.
        double step = 1 / (size * scores.length + ridge * size);
        for (int round = 0; round < 40_000; round++) {
            double[] slope = new double[dimensions];
            for (int i = 0; i < scores.length; i++) {
                double error = scores[i] - mean - product(centred[i], weights);
                for (int dimension = 0; dimension < dimensions; dimension++) {
                    slope[dimension] += error * centred[i][dimension];
                }
            }
            for (int dimension = 0; dimension < dimensions; dimension++) {
                weights[dimension] += step * (slope[dimension] - ridge * size * weights[dimension]);
            }
        }
        return Arrays.stream(centred)
                .mapToDouble(vector -> mean + product(vector, weights))
                .toArray();
    }

    @Test
    void aSmallRidgeKeepsTheScoresThatVectorsCanTell() {
        List<float[]> vectors = List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {-1, 0});

        assertThat(Regression.foretold(vectors, new double[] {.9, .5, .1}, 1e-9))
                .containsExactly(new double[] {.9, .5, .1}, within(1e-6));
    }

    @Test
    void aHugeRidgeTellsAllTheMean() {
        List<float[]> vectors = List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {-1, 0});

        assertThat(Regression.foretold(vectors, new double[] {.9, .5, .1}, 1e12))
                .containsExactly(new double[] {.5, .5, .5}, within(1e-6));
    }

    @Test
    void theSameVectorsTellNothing() {
        assertThat(Regression.foretold(List.of(new float[] {1, 0}, new float[] {1, 0}), new double[] {.9, .1}, 1))
                .containsExactly(.9, .1);
        assertThat(Regression.foretold(List.of(new float[] {1, 0}), new double[] {.7}, 1))
                .containsExactly(.7);
        assertThat(Regression.foretold(List.of(), new double[0], 1)).isEmpty();
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static float[] vector(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
