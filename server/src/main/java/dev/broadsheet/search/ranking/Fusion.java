package dev.broadsheet.search.ranking;

import dev.broadsheet.search.engine.Candidate;
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
    /** Best first, newest first among equals. */
    static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(Ranked::number, Comparator.reverseOrder());

    private Fusion() {}

    /**
     * The candidates in order, newest first among equals.
     *
     * @param depth how many candidates each signal was asked for
     * @param words the words' signal; its weight may be 0
     * @param meaning the models' signals
     */
    static List<Ranked> fuse(int depth, Signal words, List<Signal> meaning) {
        double all = words.weight + meaning.stream().mapToDouble(Signal::weight).sum();
        Map<Long, Sum> sums = new HashMap<>();
        // Where fewer papers hold a word than were asked for, the next one would hold none and score 0:
        // the last that does is still better than that.
        add(words, words.candidates.size() < depth ? 0 : lowest(words), all, sums);
        for (Signal signal : meaning) {
            add(signal, lowest(signal), all, sums);
        }
        List<Ranked> ranked = new ArrayList<>(sums.size());
        sums.forEach((number, sum) -> ranked.add(new Ranked(number, sum.score, sum.embedded, sum.parts)));
        ranked.sort(ORDER);
        return ranked;
    }

    private static void add(Signal signal, double least, double all, Map<Long, Sum> sums) {
        double most =
                signal.candidates.stream().mapToDouble(Candidate::score).max().orElse(least);
        for (Candidate candidate : signal.candidates) {
            double normalised = most > least ? (candidate.score() - least) / (most - least) : 1;
            Sum sum = sums.computeIfAbsent(candidate.number(), number -> new Sum(candidate.embedded()));
            double weight = candidate.embedded() ? signal.weight / all : 1;
            sum.parts.add(new Contribution(signal.name, candidate.score(), normalised, weight));
            sum.score += normalised * weight;
        }
    }

    private static double lowest(Signal signal) {
        return signal.candidates.stream().mapToDouble(Candidate::score).min().orElse(0);
    }

    /**
     * What one signal says.
     *
     * @param name for readers of an explanation
     * @param weight its part, of any sum
     */
    record Signal(String name, double weight, List<Candidate> candidates) {}

    private static final class Sum {
        private final boolean embedded;
        private final List<Contribution> parts = new ArrayList<>(3);
        private double score;

        Sum(boolean embedded) {
            this.embedded = embedded;
        }
    }
}
