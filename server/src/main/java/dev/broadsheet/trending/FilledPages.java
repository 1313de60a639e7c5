package dev.broadsheet.trending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Puts papers on pages so that nobody who submits a lot fills one. */
final class FilledPages {
    private FilledPages() {}

    /**
     * The papers on pages, each once. What would be one too many of its submitter waits for the next page and stands
     * there before the papers that come after it. Papers that nobody submitted here are not limited. A page is shorter
     * than the others only where no other papers are left.
     *
     * @param best in order
     * @param onAPage how many stand on a page, at least 1
     * @param perSubmitter how many of one submitter, at least 1
     */
    static List<List<Ranked>> of(List<Ranked> best, int onAPage, int perSubmitter) {
        List<List<Ranked>> pages = new ArrayList<>();
        List<Ranked> left = new ArrayList<>(best);
        while (!left.isEmpty()) {
            List<Ranked> page = new ArrayList<>();
            Map<Long, Integer> bySubmitter = new HashMap<>();
            for (Iterator<Ranked> next = left.iterator(); next.hasNext() && page.size() < onAPage; ) {
                Ranked paper = next.next();
                Long submitter = paper.submitter();
                if (submitter == null || bySubmitter.merge(submitter, 1, Integer::sum) <= perSubmitter) {
                    page.add(paper);
                    next.remove();
                }
            }
            pages.add(List.copyOf(page));
        }
        return List.copyOf(pages);
    }
}
