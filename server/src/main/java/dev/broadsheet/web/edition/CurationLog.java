package dev.broadsheet.web.edition;

import dev.broadsheet.account.Person;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.CurationEntry;
import dev.broadsheet.daily.DailyEdition;
import dev.broadsheet.daily.Period;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.DisplayFormat;
import dev.broadsheet.web.shared.Pagination;
import dev.broadsheet.web.shared.Piece;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What curators did in an edition. */
record CurationLog(List<Line> lines, Pagination pagination) {
    /**
     * One thing that a curator did.
     *
     * @param at the day, in words
     * @param curator null for somebody who has left
     * @param action in words: "took off the list of"
     * @param paper its page; null for a paper that is gone
     */
    record Line(
            String at,
            @Nullable NamedLink curator,
            String action,
            NamedLink day,
            @Nullable String paper,
            List<Piece> title,
            String reason) {
        private static final int LONGEST_TITLE = 200;

        static Line of(CurationEntry entry, @Nullable Paper paper, DailyEdition edition) {
            Person person = entry.person();
            Period day = new Period.Day(entry.day());
            return new Line(
                    DisplayFormat.date(
                            LocalDate.ofInstant(entry.at(), edition.rhythm().zone())),
                    person == null || person.state() == Person.State.GONE
                            ? null
                            : new NamedLink(person.title(), Addresses.person(person.name())),
                    switch (entry.action()) {
                        case PLACED -> "placed on the list of";
                        case HELD -> "held back from the list of";
                        case REMOVED -> "took off the list of";
                        case RESTORED -> "put back on the list of";
                    },
                    new NamedLink(day.words(), Addresses.list(edition, day)),
                    paper == null ? null : Addresses.paper(paper),
                    paper == null ? List.of() : Piece.beginning(paper.metadata().title(), LONGEST_TITLE, List.of()),
                    entry.reason());
        }
    }
}
