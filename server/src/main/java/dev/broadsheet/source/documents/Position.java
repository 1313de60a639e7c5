package dev.broadsheet.source.documents;

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
public record Position(String list, int done) {
    /** Nothing was read yet. */
    public static final Position START = new Position("", 0);

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-z]{1,64}) ([0-9]{1,9})");

    /** The position that was written so; the start where it is none. */
    public static Position parse(@Nullable String cursor) {
        Matcher written = WRITTEN.matcher(cursor == null ? "" : cursor);
        return written.matches() ? new Position(written.group(1), Integer.parseInt(written.group(2))) : START;
    }

    /** This position if it is one in the list, otherwise the list's beginning. */
    public Position in(String otherList, int length) {
        return list.equals(otherList) && done <= length ? this : new Position(otherList, 0);
    }

    public Position plus(int more) {
        return new Position(list, done + more);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return list + " " + done;
    }
}
