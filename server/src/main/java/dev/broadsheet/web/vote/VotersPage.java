package dev.broadsheet.web.vote;

import dev.broadsheet.web.shared.Piece;
import dev.broadsheet.web.shared.VoteButton;
import java.util.List;

/**
 * Who voted for a paper.
 *
 * @param href the paper's page
 * @param people those who let others see it, the latest first
 * @param others how many more there are
 */
record VotersPage(String href, List<Piece> title, VoteButton vote, List<Voter> people, int others) {

    boolean hasMathematics() {
        return title.stream().anyMatch(Piece::isMathematics);
    }

    /**
     * Somebody who voted.
     *
     * @param name what they are called
     * @param href their page
     * @param remark why their vote is not counted; empty where it is
     */
    record Voter(String name, String href, String remark) {}
}
