package dev.broadsheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.search.SearchRequest.Ranking;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped collection by the shipped models: what the ranking must reach stands in {@code evaluation/expected.json}. */
class SmallCollectionTest {
    private static final Path EVALUATION = Path.of("..", "evaluation");

    @Test
    void everyRankingIsAsGoodAsExpected() {
        JsonNode expected = new JsonMapper()
                .readTree(EVALUATION.resolve("expected.json").toFile())
                .get("small");
        double tolerance = expected.get("tolerance").asDouble();

        List<EvaluationResult> results = Evaluation.run(
                EVALUATION.resolve("small"),
                new Evaluation.Options("test", List.of(Ranking.values()), null),
                progress -> {});

        assertThat(results).hasSize(3);
        for (EvaluationResult result : results) {
            assertThat(result.papers()).isEqualTo(60);
            assertThat(result.queries()).isEqualTo(20);
            JsonNode figures = expected.get(result.ranking());
            assertThat(result.ndcgAt10().mean())
                    .as("nDCG@10 of %s", result.ranking())
                    .isCloseTo(figures.get("ndcg@10").asDouble(), within(tolerance));
            assertThat(result.recallAt100())
                    .as("recall@100 of %s", result.ranking())
                    .isCloseTo(figures.get("recall@100").asDouble(), within(tolerance));
            assertThat(result.reciprocalRankAt10())
                    .as("MRR@10 of %s", result.ranking())
                    .isCloseTo(figures.get("mrr@10").asDouble(), within(tolerance));
        }
    }
}
