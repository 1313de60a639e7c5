package dev.broadsheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void ofManyValuesItIsTheNormalOne() {
        Random random = new Random(7);
        double[] values = random.doubles(400).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        double error = Math.sqrt(variance / values.length);

        Interval interval = Interval.ofMeans(List.of(values));

        assertThat(interval.mean()).isCloseTo(mean, within(1e-12));
        assertThat(interval.low()).isCloseTo(mean - 1.96 * error, within(0.1 * error));
        assertThat(interval.high()).isCloseTo(mean + 1.96 * error, within(0.1 * error));
    }

    @Test
    void theSameValuesGiveTheSameInterval() {
        List<double[]> values = List.of(new double[] {0, 1, 0.5, 0.25}, new double[] {1, 0});

        assertThat(Interval.ofMeans(values)).isEqualTo(Interval.ofMeans(values));
    }

    @Test
    void everyCollectionCountsTheSameHoweverManyQueriesItHas() {
        double[] many = new double[300];
        double[] few = {1, 1, 1};

        Interval interval = Interval.ofMeans(List.of(many, few));

        assertThat(interval).isEqualTo(new Interval(0.5, 0.5, 0.5));
    }

    @Test
    void oneQueryTellsNothingOfTheOthers() {
        assertThat(Interval.ofMeans(List.of(new double[] {0.3}))).isEqualTo(new Interval(0.3, 0.3, 0.3));
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatThrownBy(() -> Interval.ofMeans(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.ofMeans(List.of(new double[] {1}, new double[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
