package dev.broadsheet.source.documents;

import dev.broadsheet.source.Source;
import java.io.IOException;
import java.util.List;

/** A place that is read document by document. For one thread. */
public interface Documents {
    /**
     * Reads the next document.
     *
     * @param items where to add what stands in it, may stay empty
     * @return false when it was the last
     * @throws IOException if it cannot be had or is not what it should be; what was added still counts
     */
    boolean next(List<Source.Item> items) throws IOException;
}
