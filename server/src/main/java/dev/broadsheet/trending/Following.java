package dev.broadsheet.trending;

import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.ChangedPaper;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The order of all papers, and how far it has followed the catalogue. A standing never changes by waiting: only papers
 * that the catalogue says have changed are looked at again. Used by one thread at a time.
 */
final class Following {
    /** Papers whose numbers are read together. */
    private static final int TOGETHER = 1_000;

    private final Catalogue catalogue;
    private final Evidence evidence;
    private final TrendingFormula formula;
    private final LocalDate day;
    private final Board board = new Board();
    private long revision;
    private long steps;

    /**
     * Begins with all papers as they are.
     *
     * @param day what is dated later counts as of this day
     */
    Following(Catalogue catalogue, Evidence evidence, TrendingFormula formula, LocalDate day) {
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.formula = formula;
        this.day = day;
        // Before the papers are read: what changes meanwhile is read again.
        revision = catalogue.latestRevision();
        List<Long> papers = evidence.papers();
        for (int from = 0; from < papers.size(); from += TOGETHER) {
            renew(papers.subList(from, Math.min(from + TOGETHER, papers.size())));
        }
    }

    LocalDate day() {
        return day;
    }

    /** How many times something may have changed since the beginning. */
    long steps() {
        return steps;
    }

    /** The best of those that are wanted, as they were after the last step. */
    List<Ranked> best(LongPredicate wanted) {
        return board.best(wanted, TrendingList.LONGEST);
    }

    /**
     * Takes in some changes.
     *
     * @return whether there may be more
     */
    boolean step() {
        if (catalogue.latestRevision() == revision) {
            return false;
        }
        List<ChangedPaper> changed = catalogue.changedAfter(revision, TOGETHER);
        if (changed.isEmpty()) {
            return false;
        }
        renew(changed.stream().map(ChangedPaper::paper).distinct().toList());
        revision = changed.getLast().revision();
        steps++;
        return true;
    }

    private void renew(Collection<Long> papers) {
        Map<Long, TrendingNumbers> found = evidence.of(papers);
        papers.forEach(paper -> board.put(paper, ranked(paper, found.get(paper))));
    }

    private @Nullable Ranked ranked(long paper, @Nullable TrendingNumbers numbers) {
        return numbers == null || !formula.hasSupport(numbers)
                ? null
                : new Ranked(paper, formula.standing(numbers, day), numbers.since(), numbers.submitter());
    }
}
