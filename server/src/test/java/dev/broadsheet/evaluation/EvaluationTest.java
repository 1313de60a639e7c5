package dev.broadsheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.evaluation.Evaluation.Options;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.search.BagOfWords;
import dev.broadsheet.search.SearchRequest.Ranking;
import dev.broadsheet.search.SearchRoom;
import dev.broadsheet.search.ranking.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final List<BagOfWords> MODELS = List.of(new BagOfWords("one", 64), new BagOfWords("two", 64));
    private static final Evaluation.SearchOpening SEARCH =
            (data, catalogue, clock, options) -> SearchRoom.open(data, catalogue, clock, options, MODELS);
    private static final Options TEST = new Options("test", List.of(Ranking.FULL), null);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeCollection() throws IOException {
        try (GZIPOutputStream corpus = new GZIPOutputStream(Files.newOutputStream(folder.resolve("corpus.jsonl.gz")))) {
            corpus.write("""
                    {"_id": "1", "title": "Kernels of graphs", "text": "Of graphs and their kernels."}
                    {"_id": "2", "title": "", "text": "galaxies are far away, and a text without a title has many words"}
                    {"_id": "3", "text": "quantum transport", "metadata": {"authors": ["someone"]}}
                    {"_id": "4", "title": "", "text": ""}
                    {"_id": "5", "title": "Kernels of graphs, continued"}

                    """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("queries.jsonl"), """
                {"_id": "q1", "text": "galaxy"}
                {"_id": "1_a", "text": "Kernels of graphs"}
                {"_id": "3", "text": "kernels"}
                {"_id": "q4", "text": "not judged"}
                {"_id": "q5", "text": "nothing relevant"}
                """);
        Files.createDirectory(folder.resolve("qrels"));
        Files.writeString(
                folder.resolve("qrels").resolve("test.tsv"),
                "query-id\tcorpus-id\tscore\nq1\t2\t1\n1_a\t5\t2\n3\t1\t1\n3\t5\t1\nq5\t1\t0\n");
    }

    @Test
    void aCollectionIsMeasuredThroughTheSearchItself() {
        List<String> steps = new ArrayList<>();

        List<EvaluationResult> results = Evaluation.run(
                folder,
                new Options("test", List.of(Ranking.FULL, Ranking.WORDS, Ranking.MEANING), null),
                SEARCH,
                progress -> steps.add(progress.step()));

        assertThat(results).extracting(EvaluationResult::ranking).containsExactly("full", "words", "meaning");
        for (EvaluationResult result : results) {
            assertThat(result.papers()).isEqualTo(4);
            assertThat(result.queries()).isEqualTo(3);
            // Each query's answers stand first, once the paper that asks is left out of its own.
            assertThat(result.ndcgAt10()).as("%s", result).isEqualTo(new Interval(1, 1, 1));
            assertThat(result.recallAt100()).isEqualTo(1);
            assertThat(result.reciprocalRankAt10()).isEqualTo(1);
            assertThat(result.millis(0.5)).isPositive();
        }
        assertThat(steps).contains("reading", "embedding", "searching");
    }

    @Test
    void vectorsAreKeptBetweenRuns() {
        Path cache = folder.resolve("cache");
        Options cached = new Options("test", List.of(Ranking.FULL), cache);

        EvaluationResult first =
                Evaluation.run(folder, cached, SEARCH, progress -> {}).getFirst();
        long size = cache.resolve("one.vectors").toFile().length();
        EvaluationResult second =
                Evaluation.run(folder, cached, SEARCH, progress -> {}).getFirst();

        assertThat(size).isPositive();
        assertThat(cache.resolve("one.vectors").toFile().length()).isEqualTo(size);
        assertThat(second.ndcgAt10()).isEqualTo(first.ndcgAt10());
    }

    @Test
    void whatIsMissingOrBrokenIsNamed() throws IOException {
        assertThatThrownBy(
                        () -> Evaluation.run(folder, new Options("dev", List.of(Ranking.FULL), null), SEARCH, p -> {}))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("no split \"dev\"");
        Files.writeString(folder.resolve("qrels").resolve("test.tsv"), "query-id\tcorpus-id\tscore\nq1 2\n");
        assertThatThrownBy(() -> Evaluation.run(folder, TEST, SEARCH, progress -> {}))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("test.tsv, line 2");
        Files.writeString(folder.resolve("corpus.jsonl"), "{\"_id\": \"1\"}\n{\"title\": \"no id\"}\n");
        assertThatThrownBy(() -> Evaluation.run(folder, TEST, SEARCH, progress -> {}))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("corpus.jsonl, line 2");
        Files.writeString(folder.resolve("corpus.jsonl"), "not json\n");
        assertThatThrownBy(() -> Evaluation.run(folder, TEST, SEARCH, progress -> {}))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("corpus.jsonl, line 1");
    }

    /** What nobody typed into a search box is no syntax, no identifier and no author. */
    @Test
    void queriesAreReadAsPlainWords() throws IOException {
        Files.writeString(folder.resolve("queries.jsonl"), """
                {"_id": "q1", "text": "title:galaxies -galaxies OR \\"no such phrase\\" id:1 (((year:1999"}
                """);

        EvaluationResult result = Evaluation.run(
                        folder, new Options("test", List.of(Ranking.WORDS), null), SEARCH, progress -> {})
                .getFirst();

        assertThat(result.ndcgAt10().mean()).isEqualTo(1);
    }

    @Test
    void anotherRecipeIsMeasuredThroughTheSameIndex() {
        Recipe wordsOnly = new Recipe(1_000, 1, List.of(0.0, 0.0), 0, 1, 0, 0, 0, 1);

        List<EvaluationResult> results = Evaluation.run(
                folder,
                new Options(
                        "test", List.of(Ranking.WORDS), null, Map.of("words only", room -> room.literally(wordsOnly))),
                SEARCH,
                progress -> {});

        assertThat(results).extracting(EvaluationResult::ranking).containsExactly("words", "words only");
        assertThat(results.getLast().above(results.getFirst())).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void anEvaluationThatIsStoppedKeepsItsVectors() {
        Path cache = folder.resolve("cache");
        Options cached = new Options("test", List.of(Ranking.FULL), cache);

        assertThatThrownBy(() -> Evaluation.run(folder, cached, SEARCH, progress -> {
                    if (progress.step().equals("searching")) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(cache.resolve("one.vectors").toFile().length()).isPositive();
        // The cache is free again.
        assertThat(Evaluation.run(folder, cached, SEARCH, progress -> {})).hasSize(1);
    }
}
