package dev.broadsheet.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A place papers come from: a file, a harvested repository, a feed. A source knows nothing of what
 * is stored; it reads from a cursor on and says with each record where to go on after it.
 */
public interface Source {

    /** What a person calls it: a file's name, a repository's. */
    String title();

    /** What identifies this harvest, so that its cursor is found again: two with one name are one. */
    String harvest();

    /**
     * Starts reading.
     *
     * @param cursor where to go on, as an earlier reading gave it, or null to start at the beginning
     * @throws IOException if the place cannot be reached or is not what it should be
     */
    Reading open(@Nullable String cursor) throws IOException;

    /** One pass over the source. For one thread, but for {@link #done} and {@link #total}, which any may ask. */
    interface Reading extends AutoCloseable {

        /**
         * The next record, or null at the end.
         *
         * @throws IOException if the rest cannot be read; what came before stays good
         */
        @Nullable Item next() throws IOException;

        /** Bytes (or records, where a source counts those) done. */
        long done();

        /** The same for the whole, or -1 where it is not known. */
        long total();

        @Override
        void close() throws IOException;
    }

    /** What a reading yields. */
    sealed interface Item {
        /** Where to go on after this item. */
        String cursor();
    }

    /** A record that could be read. */
    record Received(SourceRecord record, String cursor) implements Item {}

    /**
     * A record that could not be read.
     *
     * @param place where, for a person: {@code line 17}
     * @param reason what is wrong with it, in one line
     * @param raw its beginning as it stands in the source
     */
    record Rejected(String place, String reason, String raw, String cursor) implements Item {}

    /** What the source announced; the paper itself may come elsewhere, or never. */
    record Announced(Announcement announcement, String cursor) implements Item {}

    /** What the source says it has for a day. Comes after all that it counts. */
    record Counted(Tally tally, String cursor) implements Item {}
}
