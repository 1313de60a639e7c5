package dev.broadsheet.search.engine;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One index of the catalogue's papers. It remembers the catalogue's revision that it has come to together with what it
 * holds, so that after a crash at any point it knows where to go on. Changed by one thread; {@link #view} and
 * {@link #visible} may be asked for by any.
 */
public interface PaperIndex {
    /** The revision that was applied last; after opening, that of the last commit. Searches may not show it yet. */
    long revision();

    /** The revision that searches show. */
    long visible();

    /** Whether all that was applied outlives the process. */
    boolean isCommitted();

    /** What searches see now; to be closed. Null once the index is closed. */
    @Nullable EngineView view() throws IOException;

    /** Applies changes, which are the next ones, in order. Applying one again does no harm. */
    void apply(List<IndexChange> changes) throws IOException;

    /** Shows what was applied, or what another process committed, to searches. */
    void refresh() throws IOException;

    /** Makes what was applied outlive the process, the revision in the same step. */
    void commit() throws IOException;

    /** Gives up writing; what was not committed is applied again by the next writer. Searching goes on. */
    void abandon();

    /** Closes everything; searches under way keep their state until they release it. May be called again. */
    void close();
}
