package dev.broadsheet.trending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The papers in order, kept up to date paper by paper. A standing never changes by itself, so that what was not told of
 * stays where it is. Used by one thread at a time.
 */
final class Board {
    private final Map<Long, Ranked> byPaper = new HashMap<>();
    private final TreeSet<Ranked> inOrder = new TreeSet<>(Ranked.ORDER);

    /** Puts a paper where it belongs now; null takes it off. */
    void put(long paper, @Nullable Ranked ranked) {
        Ranked before = ranked == null ? byPaper.remove(paper) : byPaper.put(paper, ranked);
        if (before != null) {
            inOrder.remove(before);
        }
        if (ranked != null) {
            inOrder.add(ranked);
        }
    }

    /** The best of those that are wanted, at most so many. */
    List<Ranked> best(LongPredicate wanted, int limit) {
        return inOrder.stream()
                .filter(ranked -> wanted.test(ranked.paper()))
                .limit(limit)
                .toList();
    }
}
