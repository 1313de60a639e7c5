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
    public Appearance {
        if (votes < 0 || comments < 0) {
            throw new IllegalArgumentException("votes and comments are not negative: " + votes + ", " + comments);
        }
    }

    /** The one with the most votes, or null if there is none. */
    public static @Nullable Appearance best(List<Appearance> appearances) {
        return appearances.stream()
                .max(Comparator.comparingInt(Appearance::votes))
                .orElse(null);
    }
}
