package dev.broadsheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.evaluation.EvaluationResult.Answered;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationResultTest {
    @Test
    void collectionsTogetherCountTheSame() {
        EvaluationResult one = result("full", 0.5, 0.7);
        EvaluationResult other = result("full", 0.2);

        EvaluationResult together = EvaluationResult.together(List.of(one, other));

        assertThat(together.queries()).isEqualTo(3);
        assertThat(together.papers()).isEqualTo(20);
        assertThat(together.ndcgAt10().mean()).isCloseTo(0.4, within(1e-12));
        assertThat(together.recallAt100()).isCloseTo(0.4, within(1e-12));
        assertThat(together.reciprocalRankAt10()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void aPercentileIsATimeThatWasMeasured() {
        EvaluationResult result = result(
                "full", IntStream.rangeClosed(1, 20).mapToDouble(i -> i / 20.0).toArray());

        assertThat(result.millis(0.5)).isEqualTo(10);
        assertThat(result.millis(0.95)).isEqualTo(19);
        assertThat(result.millis(1)).isEqualTo(20);
        assertThat(result.millis(0)).isEqualTo(1);
        assertThat(result("full", 1.0).millis(0.95)).isEqualTo(1);
    }

    /** Always a tenth better, while the queries themselves differ widely. */
    @Test
    void differencesAreTakenQueryByQuery() {
        EvaluationResult worse = result("words", 0.1, 0.4, 0.8);
        EvaluationResult better = result("full", 0.2, 0.5, 0.9);

        Interval above = better.above(worse);

        assertThat(above.mean()).isCloseTo(0.1, within(1e-12));
        assertThat(above.low()).isCloseTo(0.1, within(1e-12));
        assertThat(better.ndcgAt10().low()).isLessThan(worse.ndcgAt10().high());
    }

    @Test
    void answersToOtherQueriesCannotBeCompared() {
        EvaluationResult three = result("full", 0.2, 0.5, 0.9);
        EvaluationResult two = result("words", 0.2, 0.5);

        assertThatThrownBy(() -> three.above(two)).isInstanceOf(IllegalArgumentException.class);
    }

    private static EvaluationResult result(String ranking, double... values) {
        List<Answered> answers = IntStream.range(0, values.length)
                .mapToObj(i -> new Answered("q" + i, values[i], values[i], values[i], i + 1))
                .toList();
        return new EvaluationResult(ranking, 10, List.of(answers), List.of());
    }
}
