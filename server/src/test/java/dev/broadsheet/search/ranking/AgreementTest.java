package dev.broadsheet.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void whoStandsHighAloneFallsBehindThoseThatAgree() {
        List<Ranked> ranked = List.of(paper(1, .9), paper(2, .8), paper(3, .8), paper(4, .1), paper(5, .1));
        Map<Long, float[]> vectors = Map.of(
                1L, new float[] {0, 1}, // among the low ones
                2L, new float[] {1, 0},
                3L, new float[] {1, .1f},
                4L, new float[] {0, .9f},
                5L, new float[] {0, 1});

        List<Ranked> agreed = Agreement.among(ranked, 5, vectors, 1);

        assertThat(agreed.subList(0, 2).stream().map(Ranked::number)).containsExactly(2L, 3L);
    }

    @RepeatedTest(40)
    void keepsAllPapersTheirRangeAndTheirParts(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<Ranked> ranked = new ArrayList<>();
        Map<Long, float[]> vectors = new HashMap<>();
        int count = random.nextInt(40);
        for (long number = 1; number <= count; number++) {
            boolean embedded = random.nextInt(4) > 0;
            ranked.add(paper(number, random.nextDouble()));
            if (embedded) {
                vectors.put(number, new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()});
            }
        }
        ranked.sort(Fusion.ORDER);
        int best = random.nextInt(50);

        List<Ranked> agreed = Agreement.among(ranked, best, vectors, 0.5 + random.nextDouble());

        assertThat(agreed.stream().map(Ranked::number))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        ranked.stream().map(Ranked::number).toList());
        assertThat(agreed).as("seed %d", seed).isSortedAccordingTo(Fusion.ORDER);
        assertThat(agreed.stream().skip(best).toList())
                .as("the rest, seed %d", seed)
                .isEqualTo(ranked.stream().skip(best).toList());
        for (Ranked paper : agreed) {
            assertThat(paper.score())
                    .as("seed %d", seed)
                    .isBetween(ranked.getLast().score(), ranked.getFirst().score());
            assertThat(paper.parts().stream().mapToDouble(Contribution::points).sum())
                    .as("the parts, seed %d", seed)
                    .isEqualTo(paper.score(), within(1e-9));
            if (!vectors.containsKey(paper.number())) {
                assertThat(ranked).as("not embedded, seed %d", seed).contains(paper);
            }
        }
    }

    @Test
    void nothingEmbeddedIsNothingChanged() {
        List<Ranked> ranked = List.of(paper(2, .9), paper(1, .8));

        assertThat(Agreement.among(ranked, 10, Map.of(), 1)).isEqualTo(ranked);
    }

    private static Ranked paper(long number, double score) {
        return new Ranked(number, score, true, List.of(new Contribution("words", score, score, 1)));
    }
}
