package dev.broadsheet.web.person;

import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Card;
import dev.broadsheet.web.shared.Pagination;
import java.util.List;

/**
 * Papers by who wrote them.
 *
 * @param title whose papers
 * @param note what they have in common, as a sentence
 * @param links to the people of that name, or to more papers
 */
record AuthorPage(String title, String note, List<NamedLink> links, List<Card> papers, Pagination pagination) {
    boolean hasMathematics() {
        return papers.stream().anyMatch(Card::hasMathematics);
    }
}
