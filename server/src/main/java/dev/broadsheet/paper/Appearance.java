package dev.broadsheet.paper;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a paper stood on a day's list, as the list's keeper published it.
 *
 * @param list the keeper's name, {@code huggingface} for instance
 * @param position from 1
 * @param votes not negative
 * @param comments how many, not negative
 * @param submitter the user name of who put it there, where known
 * @param submitterName their full name, where known
 */
public record Appearance(
        String list,
        LocalDate day,
        int position,
        int votes,
        int comments,
        @Nullable String submitter,
        @Nullable String submitterName) {
    private static final Comparator<Appearance> BY_VOTES =
            Comparator.comparingInt(Appearance::votes).thenComparingInt(Appearance::comments);

    public Appearance {
        if (votes < 0 || comments < 0) {
            throw new IllegalArgumentException("votes and comments are not negative: " + votes + ", " + comments);
        }
    }

    /** The one with the most votes, of those the most comments; null if there is none. */
    public static @Nullable Appearance best(List<Appearance> appearances) {
        return appearances.stream().max(BY_VOTES).orElse(null);
    }
}
