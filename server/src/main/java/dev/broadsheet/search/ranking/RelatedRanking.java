package dev.broadsheet.search.ranking;

import dev.broadsheet.search.engine.Candidate;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.query.Scope;
import dev.broadsheet.search.vector.TextEmbedder;
import dev.broadsheet.search.vector.Vectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Papers near in meaning to some and not to others: the mean of the liked papers' vectors, moved away
 * from the mean of the unliked ones (Rocchio's formula), by the mean of the models' cosines. Words
 * have no part: between papers they do harm (SCIDOCS, as published by Anserini). Thread-safe.
 */
public final class RelatedRanking {
    /** How many candidates of each model are weighed for each paper wanted. */
    private static final int DEPTH = 4;

    /** The unliked papers' weight against the liked ones' 1. */
    private static final double AWAY = 0.5;

    private final List<String> models;

    public RelatedRanking(List<? extends TextEmbedder> models) {
        this.models = models.stream().map(TextEmbedder::model).toList();
    }

    /**
     * The nearest papers, nearest first, the examples themselves left out, and those that are nearer to one
     * of the unliked than to any of the liked. Papers that are not embedded yet have no part; empty if
     * no liked one is.
     *
     * @return with the mean of the cosines as score
     */
    public List<Ranked> nearest(EngineView view, List<Long> like, List<Long> unlike, int limit) {
        Map<Long, Candidate> candidates = new LinkedHashMap<>();
        List<Aim> aims = new ArrayList<>();
        int depth = DEPTH * (limit + like.size() + unlike.size());
        List<Candidate> liked = view.papers(like);
        List<Candidate> unliked = view.papers(unlike);
        for (int model = 0; model < models.size(); model++) {
            Aim aim = Aim.of(
                    view.vectors(model, liked).values(),
                    view.vectors(model, unliked).values());
            if (aim.like.isEmpty()) {
                return List.of();
            }
            aims.add(aim);
            view.meaning(model, aim.vector, Scope.ALL, depth).forEach(found -> candidates.put(found.number(), found));
        }
        candidates.keySet().removeAll(like);
        candidates.keySet().removeAll(unlike);
        return weighed(view, List.copyOf(candidates.values()), aims).stream()
                .limit(limit)
                .toList();
    }

    private List<Ranked> weighed(EngineView view, List<Candidate> candidates, List<Aim> aims) {
        Map<Long, Weighing> weighings = new HashMap<>();
        for (int model = 0; model < models.size(); model++) {
            Aim aim = aims.get(model);
            String signal = "meaning (" + models.get(model) + ")";
            view.vectors(model, candidates)
                    .forEach((number, vector) -> weighings
                            .computeIfAbsent(number, paper -> new Weighing())
                            .add(signal, aim, vector, 1.0 / models.size()));
        }
        List<Ranked> ranked = new ArrayList<>();
        weighings.forEach((number, weighing) -> {
            if (weighing.toLiked >= weighing.toUnliked) {
                double score = weighing.parts.stream()
                        .mapToDouble(Contribution::points)
                        .sum();
                ranked.add(new Ranked(number, score, true, weighing.parts));
            }
        });
        ranked.sort(Comparator.comparingDouble(Ranked::score)
                .thenComparing(Ranked::number)
                .reversed());
        return ranked;
    }

    /** The vector that one model's papers are to be near to, and the examples it was made of. */
    private record Aim(Collection<float[]> like, Collection<float[]> unlike, float[] vector) {
        static Aim of(Collection<float[]> like, Collection<float[]> unlike) {
            if (like.isEmpty()) {
                return new Aim(like, unlike, new float[0]);
            }
            float[] vector = new float[like.iterator().next().length];
            add(like, 1, vector);
            add(unlike, -AWAY, vector);
            return new Aim(like, unlike, Vectors.normalised(vector));
        }

        private static void add(Collection<float[]> examples, double weight, float[] sum) {
            for (float[] example : examples) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += (float) (weight / examples.size() * example[i]);
                }
            }
        }

        private static double nearest(float[] vector, Collection<float[]> examples) {
            return examples.stream()
                    .mapToDouble(example -> Vectors.similarity(vector, example))
                    .max()
                    .orElse(-1);
        }
    }

    private static final class Weighing {
        private final List<Contribution> parts = new ArrayList<>(2);
        private double toLiked;
        private double toUnliked;

        void add(String signal, Aim aim, float[] vector, double weight) {
            double cosine = Vectors.similarity(vector, aim.vector);
            parts.add(new Contribution(signal, cosine, cosine, weight));
            toLiked += Aim.nearest(vector, aim.like);
            toUnliked += Aim.nearest(vector, aim.unlike);
        }
    }
}
