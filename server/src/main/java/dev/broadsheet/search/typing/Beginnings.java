package dev.broadsheet.search.typing;

import java.util.List;

/** What in one state of an index begins with what is typed, whatever the accents and the case. */
public interface Beginnings {

    /**
     * Papers whose title begins so, newest first, and behind them those whose title holds all the words, the
     * last of them perhaps not typed to its end.
     */
    List<Long> titles(String typed, int limit);

    /** Authors' names of which each word typed begins a part, those with the most papers first. */
    List<Counted> authors(String typed, int limit);

    /** Categories whose code, or what stands behind its dot, begins so; those with the most papers first. */
    List<Counted> categories(String typed, int limit);

    /** @param text as it is printed */
    record Counted(String text, int papers) {}
}
