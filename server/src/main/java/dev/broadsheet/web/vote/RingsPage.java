package dev.broadsheet.web.vote;

import dev.broadsheet.web.shared.Piece;
import java.util.List;

/** Reports of accounts that vote together, for moderators. */
record RingsPage(List<Report> reports) {

    boolean hasMathematics() {
        return reports.stream()
                .flatMap(report -> report.papers.stream())
                .flatMap(paper -> paper.title.stream())
                .anyMatch(Piece::isMathematics);
    }

    /**
     * A report.
     *
     * @param last when they last voted together, in words
     */
    record Report(long number, String last, List<Member> people, List<Target> papers) {}

    /**
     * One of the accounts.
     *
     * @param remark that it is suspended, say; empty for most
     */
    record Member(String name, String href, String remark) {}

    /** One of the papers. */
    record Target(List<Piece> title, String href) {}
}
