package dev.broadsheet.source.paged;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a list was read.
 *
 * @param list what tells this list from others, a {@link Fingerprint} for instance: a position in
 *     another list means nothing. Empty at the start
 * @param done how many of its entries, not negative
 */
public record ListPosition(String list, int done) {
    /** Nothing was read yet. */
    public static final ListPosition START = new ListPosition("", 0);

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-z]{1,64}) ([0-9]{1,9})");

    /** The position that was written so; the start where it is none. */
    public static ListPosition parse(@Nullable String cursor) {
        Matcher written = WRITTEN.matcher(cursor == null ? "" : cursor);
        return written.matches() ? new ListPosition(written.group(1), Integer.parseInt(written.group(2))) : START;
    }

    /** This position if it is one in the list, otherwise the list's beginning. */
    public ListPosition in(String otherList, int length) {
        return list.equals(otherList) && done <= length ? this : new ListPosition(otherList, 0);
    }

    public ListPosition plus(int more) {
        return new ListPosition(list, done + more);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return list + " " + done;
    }
}
