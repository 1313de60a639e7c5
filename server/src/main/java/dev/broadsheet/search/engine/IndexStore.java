package dev.broadsheet.search.engine;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an engine keeps its index: one is in use, and another may be being built beside it. This, {@link PaperIndex} and
 * {@link EngineView} are all that an engine consists of. Used by one thread but for {@link #bytes} and {@link #empty}.
 */
public interface IndexStore {
    /** Where it is, for messages. */
    String place();

    /** What it takes on disk, 0 where that is not known. */
    long bytes();

    /** The right to write, which ends with the process or when it is closed; null while another process has it. */
    @Nullable Closeable tryLock() throws IOException;

    /**
     * Opens the index in use for writing.
     *
     * @param highest the highest revision that it can have come to
     * @return null if there is none, or none of any use
     */
    @Nullable PaperIndex open(long highest) throws IOException;

    /**
     * Opens the index in use for reading; empty where there is none.
     *
     * @param known the one that is served already: it is given back, renewed, if it is still in use
     */
    Optional<PaperIndex> read(@Nullable PaperIndex known) throws IOException;

    /** An empty index, open for writing, not yet in use. */
    PaperIndex create() throws IOException;

    /** Names an index as the one in use, in one step. */
    void use(PaperIndex index) throws IOException;

    /** Closes and deletes an index that did not come to be used. */
    void discard(PaperIndex index);

    /** Deletes what is not in use. What cannot be deleted only takes space: it is tried again at the next opening. */
    void deleteAllBut(PaperIndex index);

    /** Whether the failure says that the index itself is of no use, rather than that the disk is full, say. */
    boolean isUnusable(Exception failure);

    /** What searches see where there is no index. */
    EngineView empty();
}
