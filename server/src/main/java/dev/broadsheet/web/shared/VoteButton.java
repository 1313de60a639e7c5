package dev.broadsheet.web.shared;

import dev.broadsheet.vote.VoteCount;
import dev.broadsheet.vote.VoteWords;
import org.jspecify.annotations.Nullable;

/**
 * The votes for a paper, with the button for one's own.
 *
 * @param action where the button's form is sent
 * @param count how many there are
 * @param keeper whose list was imported, as people know it; null where that is not known
 * @param use what the reader can do
 * @param back the page it stands on
 */
public record VoteButton(
        String action, VoteCount count, @Nullable String keeper, Use use, String back) {

    /** What a reader can do with it. */
    public enum Use {
        /** Nothing: a person who may not vote. */
        NONE,
        /** Sign in first. */
        SIGN_IN,
        /** Vote for the paper. */
        CAST,
        /** Take the vote back. */
        TAKE_BACK
    }

    public boolean isPressed() {
        return use == Use.TAKE_BACK;
    }

    /** "42". */
    public String figure() {
        return DisplayFormat.number(count.total());
    }

    /** "votes". */
    public String unit() {
        return count.total() == 1 ? "vote" : "votes";
    }

    /** Of what the number is made. */
    public String madeOf() {
        return VoteWords.madeOf(count, keeper);
    }
}
