package dev.broadsheet.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.search.engine.MemoryView;
import dev.broadsheet.search.vector.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RelatedRankingTest {
    private static final int PAPERS = 60;
    private final RelatedRanking examples = new RelatedRanking(RandomPapers.MODELS);

    @RepeatedTest(20)
    void findsWhatTheFormulaFindsAmongAllPapers(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        MemoryView view = RandomPapers.view(random, PAPERS);
        List<Long> shuffled = shuffled(random);
        List<Long> like = shuffled.subList(0, 1 + random.nextInt(3));
        List<Long> unlike = shuffled.subList(10, 10 + random.nextInt(3));

        List<Ranked> nearest = examples.nearest(view, like, unlike, 20);

        List<Ranked> expected = oracle(view, like, unlike);
        assertThat(nearest.stream().map(Ranked::number))
                .as("seed %d", seed)
                .isEqualTo(expected.stream().limit(20).map(Ranked::number).toList());
        for (int i = 0; i < nearest.size(); i++) {
            assertThat(nearest.get(i).score())
                    .as("seed %d", seed)
                    .isEqualTo(expected.get(i).score(), within(1e-5))
                    .isEqualTo(
                            nearest.get(i).parts().stream()
                                    .mapToDouble(Contribution::points)
                                    .sum(),
                            within(1e-9));
        }
    }

    @Test
    void anExampleThatIsNotThereHasNoPart() {
        MemoryView view = RandomPapers.view(new Random(1), PAPERS);

        assertThat(examples.nearest(view, List.of(), List.of(1L), 5)).isEmpty();
    }

    /** All papers weighed one by one. */
    private static List<Ranked> oracle(MemoryView view, List<Long> like, List<Long> unlike) {
        List<Ranked> all = new ArrayList<>();
        for (long number = 1; number <= PAPERS; number++) {
            double score = 0;
            double toLiked = 0;
            double toUnliked = 0;
            for (int model = 0; model < 2; model++) {
                float[] vector = view.vector(model, number);
                float[] aim = new float[vector.length];
                for (long liked : like) {
                    for (int i = 0; i < aim.length; i++) {
                        aim[i] += view.vector(model, liked)[i] / like.size();
                    }
                }
                for (long unliked : unlike) {
                    for (int i = 0; i < aim.length; i++) {
                        aim[i] -= view.vector(model, unliked)[i] / unlike.size() / 2;
                    }
                }
                score += Vectors.similarity(vector, Vectors.normalised(aim)) / 2;
                toLiked += nearest(view, model, vector, like);
                toUnliked += nearest(view, model, vector, unlike);
            }
            if (!like.contains(number) && !unlike.contains(number) && toLiked >= toUnliked) {
                all.add(new Ranked(number, score, true, List.of()));
            }
        }
        all.sort(Comparator.comparingDouble(Ranked::score)
                .thenComparing(Ranked::number)
                .reversed());
        return all;
    }

    private static double nearest(MemoryView view, int model, float[] vector, List<Long> examples) {
        return examples.stream()
                .mapToDouble(example -> Vectors.similarity(vector, view.vector(model, example)))
                .max()
                .orElse(-1);
    }

    private static List<Long> shuffled(Random random) {
        List<Long> numbers =
                new ArrayList<>(LongStream.rangeClosed(1, PAPERS).boxed().toList());
        java.util.Collections.shuffle(numbers, random);
        return numbers;
    }
}
