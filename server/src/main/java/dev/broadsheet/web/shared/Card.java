package dev.broadsheet.web.shared;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.daily.DailyList;
import dev.broadsheet.daily.Submission;
import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Author;
import dev.broadsheet.paper.Link;
import dev.broadsheet.paper.Metadata;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.SearchAnswer.Hit;
import dev.broadsheet.search.SearchAnswer.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper in a list.
 *
 * @param href its page
 * @param authors the first few
 * @param otherAuthors the others, shown on demand
 * @param beginning of the abstract
 * @param appearance how it stood on a list, or null
 * @param code where its program is, or null
 * @param date in words, or null
 * @param crossListed whether it stands on a list because it was cross-listed, not new
 * @param submission how it came on the list by somebody here, or null
 * @param fresh whether it is new on the list since the reader's last visit
 * @param vote the votes and the button; null where none are shown
 * @param comments imported and ours
 */
public record Card(
        String href,
        List<Piece> title,
        List<String> authors,
        List<String> otherAuthors,
        List<Piece> beginning,
        @Nullable Appearance appearance,
        List<String> categories,
        @Nullable Link code,
        @Nullable String date,
        boolean withdrawn,
        boolean crossListed,
        @Nullable Submission submission,
        boolean fresh,
        @Nullable VoteButton vote,
        int comments) {
    private static final int FIRST_AUTHORS = 5;
    private static final int BEGINNING = 225;

    /** What one record may take of a page that shows many. */
    private static final int LONGEST_TITLE = 400;

    private static final int LONGEST_NAME = 120;
    private static final int MOST_AUTHORS = 1_000;

    public static Card of(Paper paper) {
        return of(paper, null, false, List.of(), List.of());
    }

    public static Card of(DailyList.Entry entry) {
        return of(entry, false);
    }

    /** @param fresh whether it is new on the list since the reader's last visit */
    public static Card of(DailyList.Entry entry, boolean fresh) {
        return of(entry.paper(), entry.appearance(), entry.crossListed(), List.of(), List.of())
                .on(entry.submission(), fresh);
    }

    private Card on(@Nullable Submission submitted, boolean isFresh) {
        return new Card(
                href,
                title,
                authors,
                otherAuthors,
                beginning,
                appearance,
                categories,
                code,
                date,
                withdrawn,
                crossListed,
                submitted,
                isFresh,
                vote,
                comments);
    }

    public static Card of(Hit hit, @Nullable Appearance appearance) {
        return of(hit.paper(), appearance, false, hit.titleMatches(), hit.abstractMatches());
    }

    private static Card of(
            Paper paper,
            @Nullable Appearance appearance,
            boolean crossListed,
            List<Span> titleMatches,
            List<Span> abstractMatches) {
        Metadata metadata = paper.metadata();
        List<String> names = metadata.authors().stream()
                .limit(MOST_AUTHORS)
                .map(Author::name)
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name)
                .toList();
        // Nobody needs to unfold a single name.
        int shown = names.size() <= FIRST_AUTHORS + 1 ? names.size() : FIRST_AUTHORS;
        return new Card(
                Addresses.paper(paper),
                metadata.title().length() > LONGEST_TITLE
                        ? Piece.beginning(metadata.title(), LONGEST_TITLE, titleMatches)
                        : Piece.all(metadata.title(), titleMatches),
                names.subList(0, shown),
                names.subList(shown, names.size()),
                Piece.beginning(metadata.abstractText(), BEGINNING, abstractMatches),
                appearance,
                metadata.categories(),
                metadata.link(Link.Kind.CODE),
                metadata.day() == null ? null : DisplayFormat.date(metadata.day()),
                metadata.withdrawn(),
                crossListed,
                null,
                false,
                null,
                appearance == null ? 0 : appearance.comments());
    }

    /** The same with its votes and comments. */
    public Card with(VoteButtons.OnPage buttons, Paper paper) {
        return new Card(
                href,
                title,
                authors,
                otherAuthors,
                beginning,
                appearance,
                categories,
                code,
                date,
                withdrawn,
                crossListed,
                submission,
                fresh,
                buttons.button(paper, appearance),
                buttons.comments(paper));
    }

    public boolean hasMathematics() {
        return title.stream().anyMatch(Piece::isMathematics)
                || beginning.stream().anyMatch(Piece::isMathematics);
    }
}
