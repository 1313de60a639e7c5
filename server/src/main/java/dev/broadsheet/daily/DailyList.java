package dev.broadsheet.daily;

import dev.broadsheet.paper.Appearance;
import dev.broadsheet.paper.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of a period, or a stretch of it.
 *
 * @param entries those asked for, in order
 * @param total how many papers the whole list has
 * @param days how many days of the period have a list
 * @param previous the nearest earlier period of the same length that has a list, or null
 * @param next the nearest later one, or null
 * @param absence why there is no list; null where there is one
 */
public record DailyList(
        Period period,
        List<Entry> entries,
        int total,
        int days,
        @Nullable Period previous,
        @Nullable Period next,
        @Nullable Absence absence) {
    public DailyList {
        entries = List.copyOf(entries);
    }

    /**
     * A paper on the list.
     *
     * @param rank counted from 1
     * @param appearance how it stood on its best day within the period
     */
    public record Entry(int rank, Paper paper, Appearance appearance) {}

    /** Why a period has no list. */
    public enum Absence {
        /** Saturday or Sunday: lists appear from Monday to Friday. */
        WEEKEND,
        /** It lies in the future, or its list has not appeared yet. */
        NOT_YET,
        /** It lies before the first list. */
        BEFORE_THE_FIRST,
        /** It lies among days that have lists, and none is known for it. */
        NOT_PUBLISHED,
        /** There is no list of any day. */
        NO_LISTS_AT_ALL
    }
}
