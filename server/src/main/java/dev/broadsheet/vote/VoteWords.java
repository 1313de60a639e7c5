package dev.broadsheet.vote;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says of what a number of votes is made. */
public final class VoteWords {
    private VoteWords() {}

    /**
     * "12 here, 30 imported from Hugging Face; 1 of an author, not counted".
     *
     * @param keeper whose list was imported, as people know it; null where that is not known
     */
    public static String madeOf(VoteCount count, @Nullable String keeper) {
        StringJoiner counted = new StringJoiner(", ");
        if (count.counted() > 0 || count.imported() == 0) {
            counted.add(number(count.counted()) + " here");
        }
        if (count.imported() > 0) {
            counted.add(number(count.imported()) + " imported" + (keeper == null ? "" : " from " + keeper));
        }
        return count.uncounted() == 0
                ? counted.toString()
                : counted + "; " + number(count.uncounted()) + " not counted: of "
                        + (count.uncounted() == 1 ? "an author or somebody suspended" : "authors or people suspended");
    }

    private static String number(int votes) {
        return String.format(Locale.ENGLISH, "%,d", votes);
    }
}
