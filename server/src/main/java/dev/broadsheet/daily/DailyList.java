package dev.broadsheet.daily;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Paper;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of a period, or a stretch of it.
 *
 * @param basis what made it
 * @param entries those asked for, in order
 * @param total how many papers the list has; where a category was chosen, how many in that
 * @param days how many days of the period have a list
 * @param categories how many papers of the whole list, whichever category was chosen, are in each
 *     category, the most first; a paper counts in each part that announced it, and on a keeper's
 *     list in its primary category
 * @param other whether the period could be shown on the other basis too
 * @param previous the nearest earlier period of the same length that has a list, or null
 * @param next the nearest later one, or null
 * @param absence why there is no list; null where there is one
 */
public record DailyList(
        Period period,
        Basis basis,
        List<Entry> entries,
        int total,
        int days,
        Map<String, Integer> categories,
        boolean other,
        @Nullable Period previous,
        @Nullable Period next,
        @Nullable Absence absence) {
    public DailyList {
        entries = List.copyOf(entries);
        categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    }

    /**
     * A paper on the list.
     *
     * @param rank counted from 1
     * @param day of the period, on which it stood best or was announced
     * @param appearance how it stood on its best day within the period on an imported list; null where it stood on none
     * @param submission how it came there by somebody here; null where it did not
     * @param crossListed whether it was announced there as cross-listed only
     */
    public record Entry(
            int rank,
            Paper paper,
            LocalDate day,
            @Nullable Appearance appearance,
            @Nullable Submission submission,
            boolean crossListed) {}

    /** What makes a list. */
    public enum Basis {
        /** People chose the papers, here or where the list was imported from, and readers' votes their order. */
        VOTES,
        /** Sources announced them. */
        ANNOUNCEMENTS
    }

    /**
     * Which papers of a period are wanted.
     *
     * @param all all that were announced, also where a keeper has a list
     * @param category only those in this category; null for every one
     */
    public record Choice(boolean all, @Nullable String category) {
        /** The period's list, whole. */
        public static final Choice LIST = new Choice(false, null);
    }

    /** Why a period has no list. */
    public enum Absence {
        /** The edition does not appear on this day of the week. */
        NO_APPEARANCE,
        /** It lies in the future, or its list has not appeared yet. */
        NOT_YET,
        /** It lies before the first list. */
        BEFORE_THE_FIRST,
        /** It lies among days that have lists, and none is known for it. */
        NOT_PUBLISHED,
        /** Nothing on the list is in the category that was chosen. */
        NONE_IN_CATEGORY,
        /** The reader has seen everything on the list. */
        NONE_NEW,
        /** There is no list of any day. */
        NO_LISTS_AT_ALL
    }
}
