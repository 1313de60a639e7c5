package dev.broadsheet.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.search.engine.Candidate;
import dev.broadsheet.search.ranking.Fusion.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final int DEPTH = 60;

    @RepeatedTest(50)
    void fusesAsTheFormulaSays(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Signal words = signal(random, 0.4);
        List<Signal> meaning = List.of(signal(random, 0.4), signal(random, 0.2));

        List<Ranked> fused = Fusion.fuse(DEPTH, words, meaning);

        List<Signal> all = List.of(words, meaning.get(0), meaning.get(1));
        for (Ranked paper : fused) {
            double expected = all.stream()
                    .mapToDouble(signal -> signal.weight() * normalised(signal, paper.number(), signal.equals(words)))
                    .sum();
            assertThat(paper.score()).as("seed %d", seed).isEqualTo(expected, within(1e-9));
            assertThat(paper.parts().stream().mapToDouble(Contribution::points).sum())
                    .as("the parts, seed %d", seed)
                    .isEqualTo(paper.score(), within(1e-9));
        }
        assertThat(fused).as("seed %d", seed).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(fused.stream().map(Ranked::number))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .flatMap(signal -> signal.candidates().stream())
                        .map(Candidate::number)
                        .distinct()
                        .toList());
    }

    @Test
    void aPaperThatIsNotEmbeddedCompetesByItsWords() {
        // Best by words and not embedded; the embedded ones are good by words or by meaning, none by both.
        Signal words = new Signal(
                "words",
                0.4,
                List.of(new Candidate(1, 9, false), new Candidate(2, 8, true), new Candidate(3, 1, true)));
        Signal meaning = new Signal(
                "signal",
                0.6,
                List.of(new Candidate(3, .9, true), new Candidate(2, .7, true), new Candidate(4, .5, true)));

        List<Ranked> fused = Fusion.fuse(DEPTH, words, List.of(meaning));

        assertThat(fused.stream().map(Ranked::number)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aPaperThatIsNotEmbeddedDoesNotWinByFewWords() {
        Signal words = new Signal(
                "words",
                0.4,
                List.of(new Candidate(2, 9, true), new Candidate(1, 4, false), new Candidate(3, 1, true)));
        Signal meaning = new Signal("meaning", 0.6, List.of(new Candidate(2, .9, true), new Candidate(3, .3, true)));

        assertThat(Fusion.fuse(DEPTH, words, List.of(meaning)).getFirst().number())
                .isEqualTo(2);
    }

    @Test
    void aSingleCandidateCountsInFull() {
        Signal words = new Signal("words", 1, List.of(new Candidate(7, 0.001, true)));

        assertThat(Fusion.fuse(DEPTH, words, List.of()))
                .containsExactly(new Ranked(7, 1, true, List.of(new Contribution("words", 0.001, 1, 1))));
    }

    @Test
    void nothingFusedIsNothing() {
        assertThat(Fusion.fuse(DEPTH, new Signal("words", 1, List.of()), List.of(new Signal("words", 1, List.of()))))
                .isEmpty();
    }

    private static double normalised(Signal signal, long number, boolean isWords) {
        double most =
                signal.candidates().stream().mapToDouble(Candidate::score).max().orElseThrow();
        double lowest =
                signal.candidates().stream().mapToDouble(Candidate::score).min().orElseThrow();
        double least = isWords && signal.candidates().size() < DEPTH ? 0 : lowest;
        return signal.candidates().stream()
                .filter(candidate -> candidate.number() == number)
                .mapToDouble(candidate -> (candidate.score() - least) / (most - least))
                .findFirst()
                .orElse(0);
    }

    private static Signal signal(Random random, double weight) {
        List<Candidate> candidates = new ArrayList<>();
        int some = 1 + random.nextInt(3);
        for (long number = 1; number <= DEPTH; number++) {
            if (random.nextInt(3) < some) {
                candidates.add(new Candidate(number, 1 + random.nextDouble() * 30, true));
            }
        }
        return new Signal("signal", weight, candidates);
    }
}
