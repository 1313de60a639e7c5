package dev.broadsheet.trending;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a paper when its place is computed: numbers of distinct people, never who they are. Immutable.
 *
 * @param votes counted votes from accounts that were not new when they voted
 * @param newVotes counted votes from accounts that were new
 * @param comments people who commented, without the paper's authors and its submitter, whose accounts were not new
 * @param newComments the same from accounts that were new
 * @param imported votes that another place counted
 * @param since the day from which the paper's age is counted
 * @param basis what happened on that day
 * @param submitter the number of the person who put it on a list here; null where nobody did
 */
public record TrendingNumbers(
        int votes,
        int newVotes,
        int comments,
        int newComments,
        int imported,
        LocalDate since,
        Basis basis,
        @Nullable Long submitter) {

    /** From what the age of a paper is counted; the first of these that is known. */
    public enum Basis {
        /** A source announced it. */
        ANNOUNCED("announced"),
        /** It stood on a list for the first time. */
        LISTED("first on a list"),
        /** It came here. */
        ADDED("added here");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /** What happened, as a participle: "announced". */
        public String words() {
            return words;
        }
    }

    /** @throws IllegalArgumentException if a number is negative */
    public TrendingNumbers {
        if (votes < 0 || newVotes < 0 || comments < 0 || newComments < 0 || imported < 0) {
            throw new IllegalArgumentException("numbers of people are not negative");
        }
    }
}
