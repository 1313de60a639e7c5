package dev.broadsheet.search.ranking;

import dev.broadsheet.search.engine.Candidate;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.ranking.Fusion.Signal;
import dev.broadsheet.search.vector.TextEmbedder;
import dev.broadsheet.search.vector.Vectors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Ranks by words and by meaning: BM25 and each model give their candidates, these are fused, the
 * best papers then move the query's vectors towards themselves, the models judge all candidates
 * once more, and last the best papers are ordered by how far they agree with one another. Thread-safe.
 */
public final class Ranker {
    /** The signal that moves a paper towards where its neighbours stand. */
    public static final String AGREEMENT = "agreement";

    private static final String WORDS = "words";

    private final Recipe recipe;
    private final List<TextEmbedder> models;
    private final Executor executor;

    /**
     * @param models as many as the recipe has weights for
     * @param executor runs the signals beside one another, on platform threads: a model is native
     */
    public Ranker(Recipe recipe, List<? extends TextEmbedder> models, Executor executor) {
        if (models.size() != recipe.meaning().size()) {
            throw new IllegalArgumentException(
                    models.size() + " models for " + recipe.meaning().size() + " weights");
        }
        this.recipe = recipe;
        this.models = List.copyOf(models);
        this.executor = executor;
    }

    /** The papers that answer the query best, best first, with scores from 0 to 1. */
    public List<Ranked> rank(EngineView view, String query, Scope scope, Signals signals) {
        boolean byMeaning = signals != Signals.WORDS && view.embedded() > 0;
        CompletableFuture<List<Candidate>> words =
                inParallel(() -> signals == Signals.MEANING ? List.of() : view.words(query, scope, recipe.depth()));
        if (!byMeaning) {
            return Fusion.fuse(recipe.depth(), new Signal(WORDS, 1, join(words)), List.of());
        }
        double wordsWeight = signals == Signals.MEANING ? 0 : recipe.words();
        List<Asked> first = each(model -> ask(view, model, models.get(model).query(query), scope));
        Signal byWords = new Signal(WORDS, wordsWeight, join(words));
        List<Ranked> ranked = Fusion.fuse(recipe.depth(), byWords, signals(first));

        List<Ranked> best = ranked.stream()
                .filter(Ranked::embedded)
                .limit(recipe.feedbackPapers())
                .toList();
        if (best.isEmpty()) {
            return ranked;
        }
        Map<Long, Candidate> found = all(byWords.candidates(), first);
        List<Candidate> judged = List.copyOf(found.values());
        List<Asked> second =
                each(model -> again(view, model, moved(view, model, first.get(model).vector, best, found), judged));
        List<Ranked> again = Fusion.fuse(recipe.depth(), byWords, signals(second));
        return Agreement.among(again, recipe.agreeing(), agreeing(view, again, found), recipe.ridge());
    }

    private Map<Long, float[]> agreeing(EngineView view, List<Ranked> ranked, Map<Long, Candidate> found) {
        return view.vectors(
                recipe.agreeingModel(),
                candidates(ranked.subList(0, Math.min(recipe.agreeing(), ranked.size())), found));
    }

    private static List<Candidate> candidates(List<Ranked> ranked, Map<Long, Candidate> found) {
        return ranked.stream()
                .map(paper -> found.get(paper.number()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Asked ask(EngineView view, int model, float[] vector, Scope scope) {
        return new Asked(vector, view.meaning(model, vector, scope, recipe.depth()));
    }

    /**
     * The best by a vector of those found before. What was not found by the query itself would stand
     * at the end of what the moved vector finds, and looking for it takes as long as the first time.
     */
    private Asked again(EngineView view, int model, float[] vector, List<Candidate> found) {
        double[] similarities = view.similarities(model, vector, found);
        List<Candidate> best = IntStream.range(0, similarities.length)
                .filter(i -> !Double.isNaN(similarities[i]))
                .mapToObj(i -> found.get(i).scored(similarities[i]))
                .sorted(Ranker::nearestFirst)
                .limit(recipe.depth())
                .toList();
        return new Asked(vector, best);
    }

    private static int nearestFirst(Candidate one, Candidate other) {
        int order = Double.compare(other.score(), one.score());
        return order != 0 ? order : Long.compare(other.number(), one.number());
    }

    /** All candidates by number, in an order that is the same each time. */
    private static Map<Long, Candidate> all(List<Candidate> words, List<Asked> meaning) {
        Map<Long, Candidate> found = new LinkedHashMap<>();
        words.forEach(candidate -> found.put(candidate.number(), candidate));
        meaning.forEach(asked -> asked.candidates.forEach(candidate -> found.put(candidate.number(), candidate)));
        return found;
    }

    /** Rocchio's feedback without negative examples, weighted by powers of the papers' fused scores. */
    private float[] moved(EngineView view, int model, float[] query, List<Ranked> best, Map<Long, Candidate> found) {
        Map<Long, float[]> vectors = view.vectors(model, candidates(best, found));
        double[] mean = new double[query.length];
        double weights = 0;
        for (Ranked paper : best) {
            float[] vector = vectors.get(paper.number());
            if (vector != null) {
                double weight = Math.pow(paper.score(), recipe.feedbackFocus());
                weights += weight;
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += weight * vector[i];
                }
            }
        }
        if (weights == 0) {
            return query;
        }
        float[] moved = new float[query.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) ((1 - recipe.feedbackStep()) * query[i] + recipe.feedbackStep() * mean[i] / weights);
        }
        return Vectors.normalised(moved);
    }

    private List<Signal> signals(List<Asked> asked) {
        return IntStream.range(0, asked.size())
                .mapToObj(model -> new Signal(
                        "meaning (" + models.get(model).model() + ")",
                        recipe.meaning().get(model),
                        asked.get(model).candidates))
                .toList();
    }

    private <T> List<T> each(IntFunction<T> work) {
        List<CompletableFuture<T>> futures = IntStream.range(0, models.size())
                .mapToObj(model -> inParallel(() -> work.apply(model)))
                .toList();
        return futures.stream().map(Ranker::join).toList();
    }

    private <T> CompletableFuture<T> inParallel(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, executor);
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Asked(float[] vector, List<Candidate> candidates) {}
}
