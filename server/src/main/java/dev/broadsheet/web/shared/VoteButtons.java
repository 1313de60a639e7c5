package dev.broadsheet.web.shared;

import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.address.Addresses;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.paper.PaperCounts;
import dev.broadsheet.site.Request;
import dev.broadsheet.vote.VoteCount;
import dev.broadsheet.vote.Votes;
import dev.broadsheet.web.shared.VoteButton.Use;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is shown of votes, for all papers of a page at once. Thread-safe. */
public final class VoteButtons {
    private final Votes votes;
    private final Catalogue catalogue;

    public VoteButtons(Votes votes, Catalogue catalogue) {
        this.votes = votes;
        this.catalogue = catalogue;
    }

    /** The buttons of one page, for whoever reads it. */
    public final class OnPage {
        private final Map<Long, VoteCount> counts;
        private final Map<Long, PaperCounts> totals;
        private final Set<Long> voted;
        private final @Nullable Person person;
        private final String back;

        private OnPage(Request request, Collection<Long> papers) {
            this.counts = votes.counts(papers);
            this.totals = catalogue.counts(papers);
            this.person = Person.of(request).orElse(null);
            this.voted = person == null ? Set.of() : votes.votedBy(person, papers);
            String query = request.queryString();
            this.back = query == null ? request.path() : request.path() + "?" + query;
        }

        /** @param appearance on an imported list, or null */
        public VoteButton button(Paper paper, @Nullable Appearance appearance) {
            return new VoteButton(
                    Addresses.vote(paper.id().value()),
                    counts.getOrDefault(paper.number(), VoteCount.NONE),
                    appearance == null ? null : DisplayFormat.keeper(appearance.list()),
                    use(paper.number()),
                    back);
        }

        /** Imported and ours. */
        public int comments(Paper paper) {
            return totals.getOrDefault(paper.number(), PaperCounts.NONE).comments();
        }

        private Use use(long paper) {
            if (person == null) {
                return Use.SIGN_IN;
            }
            if (!person.may(Role.MEMBER)) {
                return Use.NONE;
            }
            return voted.contains(paper) ? Use.TAKE_BACK : Use.CAST;
        }
    }

    /** For these papers. */
    public OnPage on(Request request, List<Paper> papers) {
        return new OnPage(request, papers.stream().map(Paper::number).toList());
    }
}
