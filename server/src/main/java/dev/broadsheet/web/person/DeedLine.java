package dev.broadsheet.web.person;

import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Piece;
import java.util.List;

/**
 * Something that somebody did, as a list shows it.
 *
 * @param person who did it
 * @param verb what they did with the paper
 * @param href of the paper, or of what was written about it
 * @param authors of the paper, the first few in one line; may be empty
 * @param words what there is to read of it; may be empty
 * @param day in words
 */
record DeedLine(
        NamedLink person, String verb, String href, List<Piece> title, String authors, String words, String day) {
    boolean hasMathematics() {
        return title.stream().anyMatch(Piece::isMathematics);
    }
}
