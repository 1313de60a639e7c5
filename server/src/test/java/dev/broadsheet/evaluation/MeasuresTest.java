package dev.broadsheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Map<String, Double> GRADES = Map.of("a", 2.0, "b", 1.0, "c", 1.0, "d", 0.0, "e", -1.0);

    @Test
    void gainIsLinearAndDiscountedByTheLogarithmOfTheRank() {
        double gained = 1 + 2 / (Math.log(4) / Math.log(2));
        double best = 2 + 1 / (Math.log(3) / Math.log(2)) + 1 / (Math.log(4) / Math.log(2));

        assertThat(Measures.ndcg(List.of("b", "x", "a"), GRADES, 10)).isCloseTo(gained / best, within(1e-12));
        assertThat(Measures.ndcg(List.of("a", "c", "b", "x"), GRADES, 10)).isCloseTo(1, within(1e-12));
    }

    @Test
    void onlyTheDepthCounts() {
        assertThat(Measures.ndcg(List.of("x", "a"), GRADES, 1)).isZero();
        assertThat(Measures.recall(List.of("x", "a", "b"), GRADES, 2)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(Measures.reciprocalRank(List.of("x", "d", "e", "a"), GRADES, 4))
                .isEqualTo(0.25);
        assertThat(Measures.reciprocalRank(List.of("x", "d", "e", "a"), GRADES, 3))
                .isZero();
    }

    @Test
    void nothingFoundOrNothingRelevantIsZero() {
        assertThat(Measures.ndcg(List.of(), GRADES, 10)).isZero();
        assertThat(Measures.ndcg(List.of("a"), Map.of(), 10)).isZero();
        assertThat(Measures.recall(List.of("a"), Map.of("d", 0.0), 10)).isZero();
    }
}
