package dev.broadsheet.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the candidates of several signals into one order. Each signal's scores are brought to 0
 * to 1 over its own candidates (raw scores must not be mixed) and added by weight.
 *
 * <p>A paper that is not embedded yet is judged by words alone, with the weight of all signals: as
 * though the models thought of it as BM25 does. Without that it could reach only the words' part
 * and would stand below every embedded paper.
 */
final class Fusion {
    private static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(Ranked::number, Comparator.reverseOrder());

    private Fusion() {}

    /**
     * The candidates in order, newest first among equals.
     *
     * @param words the words' signal; its weight may be 0
     * @param meaning the models' signals
     */
    static List<Ranked> fuse(Signal words, List<Signal> meaning) {
        double all = words.weight + meaning.stream().mapToDouble(Signal::weight).sum();
        Map<Long, Sum> sums = new HashMap<>();
        add(words, all, sums);
        for (Signal signal : meaning) {
            add(signal, all, sums);
        }
        List<Ranked> ranked = new ArrayList<>(sums.size());
        sums.forEach((number, sum) -> ranked.add(new Ranked(number, sum.score, sum.embedded)));
        ranked.sort(ORDER);
        return ranked;
    }

    private static void add(Signal signal, double all, Map<Long, Sum> sums) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Candidate candidate : signal.candidates) {
            least = Math.min(least, candidate.score());
            most = Math.max(most, candidate.score());
        }
        for (Candidate candidate : signal.candidates) {
            double normalised = most > least ? (candidate.score() - least) / (most - least) : 1;
            Sum sum = sums.computeIfAbsent(candidate.number(), number -> new Sum(candidate.embedded()));
            sum.score += normalised * (candidate.embedded() ? signal.weight / all : 1);
        }
    }

    /**
     * What one signal says.
     *
     * @param weight its part, of any sum
     */
    record Signal(double weight, List<Candidate> candidates) {}

    private static final class Sum {
        private final boolean embedded;
        private double score;

        Sum(boolean embedded) {
            this.embedded = embedded;
        }
    }
}
