package dev.broadsheet.source.file;

import org.jspecify.annotations.Nullable;

/**
 * The text of one record.
 *
 * @param text the text, or its beginning where there is a fault
 * @param place where it stands, for a person
 * @param position how many lines or entries have been read with it; what the cursor counts
 * @param fault why it could not be parted from its surroundings, or null
 */
record Entry(
        String text, String place, long position, @Nullable String fault) {
    /** Longer entries are skipped: no paper's metadata is so long. In bytes, or characters. */
    static final int LONGEST = 16 << 20;

    /** So much of a faulty entry is kept to show it. */
    static final int SHOWN = 2000;

    static final String TOO_LONG = "longer than 16 MB: skipped";
}
