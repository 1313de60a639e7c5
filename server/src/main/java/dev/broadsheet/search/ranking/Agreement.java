package dev.broadsheet.search.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Orders the best papers anew by what {@link Regression} foretells of their scores: a paper rises
 * whose neighbours among them stand high, and one that stands high alone falls.
 */
final class Agreement {
    private Agreement() {}

    /**
     * The papers in their new order, best first. What is foretold is stretched between the lowest and the
     * highest score that it stands for: so the best papers stay above all others, and one that is not
     * embedded, and so keeps its score, can be compared with them.
     *
     * @param ranked best first
     * @param best how many of them are ordered anew
     * @param vectors of those that are embedded, by number
     * @param ridge as {@link Regression} has it
     */
    static List<Ranked> among(List<Ranked> ranked, int best, Map<Long, float[]> vectors, double ridge) {
        List<Ranked> embedded = ranked.stream()
                .limit(best)
                .filter(paper -> vectors.containsKey(paper.number()))
                .toList();
        if (embedded.isEmpty()) {
            return ranked;
        }
        double[] scores = embedded.stream().mapToDouble(Ranked::score).toArray();
        double[] foretold = Regression.foretold(
                embedded.stream().map(paper -> vectors.get(paper.number())).toList(), scores, ridge);
        double[] stretched = stretched(foretold, scores);
        List<Ranked> anew = new ArrayList<>(ranked.stream()
                .limit(best)
                .filter(paper -> !vectors.containsKey(paper.number()))
                .toList());
        IntStream.range(0, scores.length)
                .mapToObj(i -> with(embedded.get(i), foretold[i], stretched[i]))
                .forEach(anew::add);
        anew.sort(Fusion.ORDER);
        ranked.stream().skip(best).forEach(anew::add);
        return anew;
    }

    private static double[] stretched(double[] foretold, double[] scores) {
        double least = Arrays.stream(foretold).min().orElseThrow();
        double most = Arrays.stream(foretold).max().orElseThrow();
        double lowest = Arrays.stream(scores).min().orElseThrow();
        double highest = Arrays.stream(scores).max().orElseThrow();
        if (!(most > least)) {
            return scores;
        }
        return Arrays.stream(foretold)
                .map(score -> (score - least) / (most - least))
                .map(part -> (1 - part) * lowest + part * highest)
                .toArray();
    }

    private static Ranked with(Ranked paper, double foretold, double score) {
        List<Contribution> parts = new ArrayList<>(paper.parts());
        parts.add(new Contribution(Ranker.AGREEMENT, foretold, score - paper.score(), 1));
        return new Ranked(paper.number(), score, paper.embedded(), parts);
    }
}
