package dev.broadsheet.search.follower;

import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.engine.IndexStore;
import dev.broadsheet.search.engine.PaperIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The index that answers searches. The follower's thread swaps it while they run; each search
 * keeps the state that it began with. Thread-safe.
 */
final class ServedIndex {
    private final IndexStore indexes;
    private volatile @Nullable PaperIndex serving;

    ServedIndex(IndexStore indexes) {
        this.indexes = indexes;
    }

    /** The index as searches see it now; empty while there is none. To be closed. */
    EngineView view() {
        for (@Nullable PaperIndex index = serving; index != null; ) {
            try {
                EngineView view = index.view();
                if (view != null) {
                    return view;
                }
                // It was swapped between the two steps, unless the engine is closed.
                index = index == serving ? null : serving;
            } catch (IOException e) {
                throw new UncheckedIOException("The search index cannot be opened", e);
            }
        }
        return indexes.empty();
    }

    /** The revision that searches show, 0 while there is no index. */
    long revision() {
        PaperIndex index = serving;
        return index == null ? 0 : index.visible();
    }

    @Nullable PaperIndex index() {
        return serving;
    }

    /** Puts an index in the place of the one before, which is closed. For one thread. */
    void swap(PaperIndex index) {
        PaperIndex before = serving;
        serving = index;
        if (before != null && before != index) {
            before.close();
        }
    }

    /** Closes what is served, of which only the revision is then still known. May be called again. */
    void close() {
        PaperIndex last = serving;
        if (last != null) {
            last.close();
        }
    }
}
