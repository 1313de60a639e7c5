package dev.broadsheet.web.claim;

import dev.broadsheet.authorship.Authorship;
import java.util.List;
import java.util.stream.Stream;

/**
 * Claims of authorship.
 *
 * @param own of whoever reads
 * @param waitingInAll how many wait, of which the oldest are shown
 * @param decided lately, the latest first
 */
record ClaimsPage(
        List<ClaimLine> own, boolean curator, long waitingInAll, List<ClaimLine> waiting, List<ClaimLine> decided) {
    boolean hasMathematics() {
        return Stream.of(own, waiting, decided).flatMap(List::stream).anyMatch(ClaimLine::hasMathematics);
    }

    int longestReason() {
        return Authorship.LONGEST_REASON;
    }
}
