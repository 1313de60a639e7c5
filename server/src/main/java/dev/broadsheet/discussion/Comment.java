package dev.broadsheet.discussion;

import dev.broadsheet.discussion.markup.References;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a paper. Immutable.
 *
 * @param number by which it is found, for ever
 * @param paper about which it is
 * @param person who wrote it; null where they left and their words stayed
 * @param parent the comment that it answers; null where it answers the paper
 * @param text Markdown; empty where it was deleted
 * @param links what of the people and papers that it names was known when it was written
 * @param edits how often it was changed since
 * @param editedAt when it was changed last
 */
public record Comment(
        long number,
        long paper,
        @Nullable Long person,
        @Nullable Long parent,
        Instant at,
        String text,
        References links,
        int edits,
        @Nullable Instant editedAt,
        State state) {
    /** Characters of a text. */
    public static final int LONGEST = 10_000;

    /** Who may see it. */
    public enum State {
        /** Everybody. */
        SHOWN,
        /** Who wrote it, and moderators, of whom one is to look at it first. */
        WAITING,
        /** Moderators, of whom one took it away. */
        HIDDEN,
        /** Nobody: who wrote it took it away. */
        DELETED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Where it is read. */
    public String href() {
        return "/comments/" + number;
    }

    boolean isBy(long somebody) {
        return person != null && person == somebody;
    }

    public boolean isShown() {
        return state == State.SHOWN;
    }
}
