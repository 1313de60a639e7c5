package dev.broadsheet.search.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ShortlistTest {

    @RepeatedTest(40)
    void keepsAtLeastTheBestAndHardlyMore(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int count = 1 + random.nextInt(30_000);
        int wanted = 1 + random.nextInt(random.nextBoolean() ? 20 : 4_000);
        double width = random.nextBoolean() ? 0.3 : 3;
        float[] estimates = new float[count];
        for (int i = 0; i < count; i++) {
            estimates[i] = (float) (random.nextGaussian() * width);
        }
        if (random.nextInt(3) == 0) {
            Arrays.sort(estimates);
        }

        Shortlist shortlist = new Shortlist(wanted);
        for (int document = 0; document < count; document++) {
            // As a search does it.
            if (estimates[document] >= shortlist.least()) {
                shortlist.add(estimates[document], document);
            }
        }

        float[] sorted = estimates.clone();
        Arrays.sort(sorted);
        float worst = sorted[Math.max(0, count - wanted)];
        int[] found = shortlist.documents();
        assertThat(found)
                .as("seed %d, %d of %d", seed, wanted, count)
                .isSorted()
                .contains(IntStream.range(0, count)
                        .filter(document -> estimates[document] >= worst)
                        .toArray());
        for (int document : found) {
            assertThat(Math.clamp(estimates[document], -1, 1))
                    .as("seed %d, %d of %d", seed, wanted, count)
                    .isGreaterThanOrEqualTo(Math.clamp(worst, -1, 1) - 0.001f);
        }
    }

    @Test
    void fewAreAllKept() {
        Shortlist shortlist = new Shortlist(5);
        assertThat(shortlist.documents()).isEmpty();
        for (int document = 5; document > 0; document--) {
            shortlist.add(-document, document);
        }
        assertThat(shortlist.documents()).containsExactly(1, 2, 3, 4, 5);
    }
}
