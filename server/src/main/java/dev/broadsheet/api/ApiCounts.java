package dev.broadsheet.api;

import dev.broadsheet.account.Person;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperCounts;
import dev.broadsheet.site.Request;
import dev.broadsheet.vote.VoteCount;
import dev.broadsheet.vote.Votes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Votes and comments of the papers of one answer, imported and ours together, read at once.
 *
 * @param voted for which the reader has voted
 */
record ApiCounts(Map<Long, VoteCount> votes, Map<Long, PaperCounts> totals, Set<Long> voted) {
    static ApiCounts of(Votes votes, Catalogue catalogue, Request request, List<Paper> papers) {
        List<Long> numbers = papers.stream().map(Paper::number).toList();
        return new ApiCounts(
                votes.counts(numbers),
                catalogue.counts(numbers),
                Person.of(request).map(person -> votes.votedBy(person, numbers)).orElse(Set.of()));
    }

    int upvotes(Paper paper) {
        return votes.getOrDefault(paper.number(), VoteCount.NONE).total();
    }

    int comments(Paper paper) {
        return totals.getOrDefault(paper.number(), PaperCounts.NONE).comments();
    }

    boolean upvoted(Paper paper) {
        return voted.contains(paper.number());
    }
}
