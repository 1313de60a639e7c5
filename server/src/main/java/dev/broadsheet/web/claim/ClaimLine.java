package dev.broadsheet.web.claim;

import dev.broadsheet.authorship.Claim.State;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.Piece;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a list shows it.
 *
 * @param paper the paper's id
 * @param title as plain text, for what is only heard
 * @param pieces the title as it is seen
 * @param author whom they say to be
 * @param person the user name of who claims it
 * @param about the person, in words and with their page
 * @param day on which it was claimed, in words
 * @param known what helps to decide, as whole sentences
 * @param outcome what became of it, as a sentence; empty while it waits
 */
record ClaimLine(
        String paper,
        String href,
        String title,
        List<Piece> pieces,
        String author,
        String person,
        @Nullable NamedLink about,
        String day,
        List<String> known,
        State state,
        String outcome) {
    boolean hasMathematics() {
        return pieces.stream().anyMatch(Piece::isMathematics);
    }

    boolean isConfirmed() {
        return state == State.CONFIRMED;
    }

    boolean isRefused() {
        return state == State.REFUSED;
    }
}
