package dev.broadsheet.search.engine;

import java.util.List;

/**
 * What in one state of an index begins with what is typed, whatever the accents and the case. Immutable.
 *
 * @param titles papers whose title begins so, newest first, and behind them those whose title holds all the words, the
 *     last of them perhaps not typed to its end
 * @param authors names of which each word typed begins a part, those with the most papers first
 * @param categories those whose code, or what stands behind its dot, begins so, those with the most papers first
 */
public record Beginnings(List<Long> titles, List<Counted> authors, List<Counted> categories) {
    public Beginnings {
        titles = List.copyOf(titles);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** @param text as it is printed */
    public record Counted(String text, int papers) {}

    /**
     * How many of each are wanted.
     *
     * @param titles how many where there are neither authors nor categories; each of those takes a title's place, but
     *     one title is left; 0 for none
     * @param authors at most
     * @param categories at most
     */
    public record Wanted(int titles, int authors, int categories) {
        /** How many titles are wanted beside so many others. */
        public int titlesBeside(int others) {
            return titles == 0 ? 0 : Math.max(1, titles - others);
        }
    }
}
