package dev.broadsheet.search.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.nearest.Nearest.ScoredDocuments;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NearestTest {

    @RepeatedTest(50)
    void keepsTheBestOfAnyOrder(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int count = random.nextInt(5_000);
        int wanted = 1 + random.nextInt(random.nextBoolean() ? 10 : 1_500);
        // Few different scores, so that there are equals.
        int different = 1 + random.nextInt(2_000);
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = (random.nextInt(different) - different / 2) / (float) different;
        }
        Comparator<Integer> bestFirst = Comparator.comparingDouble((Integer document) -> -scores[document])
                .thenComparingInt(document -> document);
        List<Integer> sorted =
                IntStream.range(0, count).boxed().sorted(bestFirst).toList();
        List<Integer> expected = sorted.subList(0, Math.min(wanted, count));
        List<Integer> order = switch (random.nextInt(3)) {
            case 0 -> sorted;
            case 1 -> sorted.reversed();
            default -> IntStream.range(0, count).boxed().toList();
        };

        Nearest nearest = new Nearest(wanted);
        for (int document : order) {
            nearest.add(scores[document], document);
        }

        ScoredDocuments best = nearest.best();
        assertThat(best.documents())
                .as("seed %d", seed)
                .containsExactly(expected.stream().mapToInt(i -> i).toArray());
        for (int i = 0; i < best.documents().length; i++) {
            assertThat(best.scores()[i]).isEqualTo(scores[best.documents()[i]]);
        }
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(new Nearest(3).best().documents()).isEmpty();
    }
}
