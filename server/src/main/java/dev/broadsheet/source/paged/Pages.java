package dev.broadsheet.source.paged;

import dev.broadsheet.source.Source;
import java.io.IOException;
import java.util.List;

/** What is read page by page: a list of several, or one document. For one thread. */
public interface Pages {
    /**
     * Reads the next page.
     *
     * @param items where to add what stands on it, may stay empty
     * @return false when it was the last
     * @throws IOException if it cannot be had or is not what it should be; what was added still counts
     */
    boolean next(List<Source.Item> items) throws IOException;

    /** How many records there are on all pages together, -1 while that is not known. Any thread may ask. */
    default long total() {
        return -1;
    }
}
