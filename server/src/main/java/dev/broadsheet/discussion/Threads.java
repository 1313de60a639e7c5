package dev.broadsheet.discussion;

import dev.broadsheet.discussion.CommentRows.Outline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The comments of a paper in the order in which they are read: each followed by its answers. Immutable.
 *
 * @param threads those that answer the paper, each with all below it
 */
record Threads(List<List<Place>> threads) {
    /** So many threads stand on one page. */
    static final int ON_A_PAGE = 50;

    /**
     * Where a comment stands.
     *
     * @param depth 0 for one that answers the paper
     * @param visible whether its words are shown; else it is there for its answers
     */
    record Place(Outline comment, int depth, boolean visible) {}

    /**
     * Puts them in order.
     *
     * @param all of a paper, by number: an answer has a higher one than what it answers
     * @param visible whose words are shown; of the others only those stay that have visible answers
     */
    static Threads of(List<Outline> all, Predicate<Outline> visible, boolean newestFirst) {
        Set<Long> kept = new HashSet<>();
        Map<Long, List<Outline>> answers = new HashMap<>();
        List<Outline> first = new ArrayList<>();
        for (Outline comment : all.reversed()) {
            if (kept.contains(comment.number()) || visible.test(comment)) {
                kept.add(comment.number());
                Long parent = comment.parent();
                if (parent == null) {
                    first.add(comment);
                } else {
                    kept.add(parent);
                    answers.computeIfAbsent(parent, any -> new ArrayList<>()).add(comment);
                }
            }
        }
        if (!newestFirst) {
            Collections.reverse(first);
        }
        return new Threads(
                first.stream().map(root -> thread(root, answers, visible)).toList());
    }

    /** Without recursion: a thread may be as deep as it has comments. */
    private static List<Place> thread(Outline root, Map<Long, List<Outline>> answers, Predicate<Outline> visible) {
        List<Place> thread = new ArrayList<>();
        Deque<Place> next = new ArrayDeque<>();
        next.push(new Place(root, 0, visible.test(root)));
        while (!next.isEmpty()) {
            Place place = next.pop();
            thread.add(place);
            // The latest first, so that the earliest lies on top.
            answers.getOrDefault(place.comment().number(), List.of())
                    .forEach(answer -> next.push(new Place(answer, place.depth() + 1, visible.test(answer))));
        }
        return thread;
    }

    int pages() {
        return Math.max(1, (threads.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    /** @param page from 1; another than there is gives the nearest */
    List<Place> page(int page) {
        int shown = Math.clamp(page, 1, pages());
        return threads.subList((shown - 1) * ON_A_PAGE, Math.min(threads.size(), shown * ON_A_PAGE)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The page, from 1, on which a comment stands; 0 where it does not. */
    int pageOf(long number) {
        for (int i = 0; i < threads.size(); i++) {
            if (threads.get(i).stream().anyMatch(place -> place.comment().number() == number)) {
                return i / ON_A_PAGE + 1;
            }
        }
        return 0;
    }
}
