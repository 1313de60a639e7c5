package dev.broadsheet.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.benchmarks.peers.Fusion.Ranking;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionTest {
    @Test
    void scoresCountByTheirPlaceBetweenTheLowestAndTheHighestOfTheirRanking() {
        Ranking words = new Ranking(0.4, Map.of("a", 30.0, "b", 20.0, "c", 10.0));
        Ranking meaning = new Ranking(0.6, Map.of("b", 0.9, "d", 0.8, "a", 0.5));

        // b: .2 + .6, d: .45, a: .4 + 0, c: 0
        assertThat(Fusion.fuse(List.of(words, meaning))).containsExactly("b", "d", "a", "c");
    }

    @Test
    void aRankingOfEqualScoresGivesEachItsWholeWeight() {
        Ranking words = new Ranking(0.4, Map.of("only", 7.0));
        Ranking meaning = new Ranking(0.6, Map.of("far", 0.1, "near", 0.3));

        assertThat(Fusion.fuse(List.of(words, meaning))).containsExactly("near", "only", "far");
    }

    @Test
    void nothingFoundIsNothingToFuse() {
        assertThat(Fusion.fuse(List.of(new Ranking(0.4, Map.of()), new Ranking(0.6, Map.of()))))
                .isEmpty();
    }
}
