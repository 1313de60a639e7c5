package dev.broadsheet.trending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order at one moment, on pages. Immutable. */
public final class TrendingList {
    /** How many papers stand on a page. */
    public static final int ON_A_PAGE = 50;

    /** How many papers the list has at most. */
    static final int LONGEST = 1_000;

    private final List<List<Long>> pages;
    private final List<Long> papers;
    private final Map<Long, Integer> places = new HashMap<>();

    /** @param best the best papers in order, at most {@link #LONGEST} */
    TrendingList(List<Ranked> best, int perSubmitter) {
        pages = FilledPages.of(best, ON_A_PAGE, perSubmitter).stream()
                .map(page -> page.stream().map(Ranked::paper).toList())
                .toList();
        papers = pages.stream().flatMap(List::stream).toList();
        papers.forEach(paper -> places.put(paper, places.size() + 1));
    }

    /** The numbers of all papers on the list, in order. */
    public List<Long> papers() {
        return papers;
    }

    /** The numbers of the papers on a page, in order; empty behind the last one. */
    public List<Long> page(int number) {
        return number < pages.size() ? pages.get(number) : List.of();
    }

    /** How many pages there are. */
    public int pages() {
        return pages.size();
    }

    /** The place of a paper, from 1; null where it is not on the list. */
    public @Nullable Integer place(long paper) {
        return places.get(paper);
    }
}
