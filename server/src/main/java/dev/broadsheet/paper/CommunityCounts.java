package dev.broadsheet.paper;

import dev.broadsheet.database.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Carries what the community votes and writes into what the catalogue counts, so that lists, search and API show it,
 * and followers learn of it as {@link Change.Counted}. A room marks a paper in the transaction that changes what is
 * counted ({@link Catalogue#countAnew}), which waits for nobody; here the marked papers are counted anew, some at a
 * time. A mark is taken in the transaction that writes the count, so that a crash at any point loses none.
 * Thread-safe.
 */
public final class CommunityCounts {
    /** Papers of one transaction, so that other writers do not wait long. */
    private static final int TOGETHER = 100;

    private final Catalogue catalogue;
    private final Counter votes;
    private final Counter comments;

    /** Counts what a room keeps of papers. */
    @FunctionalInterface
    public interface Counter {
        /** What a room that is not there counts. */
        Counter NOTHING = (transaction, papers) -> Map.of();

        /**
         * @param transaction of {@link Catalogue#write}; the room may bring its own rows in order in it
         * @return how many each of the papers has; those that have none may be left out
         */
        Map<Long, Integer> count(Transaction transaction, Collection<Long> papers);
    }

    public CommunityCounts(Catalogue catalogue, Counter votes, Counter comments) {
        this.catalogue = catalogue;
        this.votes = votes;
        this.comments = comments;
    }

    /**
     * Counts some of the marked papers anew.
     *
     * @return whether there was one; if so there may be more
     */
    public boolean carrySomeOver() {
        // Nearly always nothing is marked, and then nothing needs to be written.
        return catalogue.database().read(CountRows::isAnyMarked) && catalogue.write(this::carryOver);
    }

    /** Counts all marked papers anew. */
    public void carryOver() {
        boolean more = true;
        while (more) {
            more = carrySomeOver();
        }
    }

    private boolean carryOver(CatalogueWriter writer) {
        List<Long> papers = CountRows.takeMarks(writer.transaction(), TOGETHER);
        Map<Long, Integer> voted = votes.count(writer.transaction(), papers);
        Map<Long, Integer> commented = comments.count(writer.transaction(), papers);
        papers.forEach(
                paper -> writer.countCommunity(paper, voted.getOrDefault(paper, 0), commented.getOrDefault(paper, 0)));
        return !papers.isEmpty();
    }
}
