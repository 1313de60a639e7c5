package dev.broadsheet.search.lucene;

import dev.broadsheet.search.ranking.EngineView;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * The generation that answers searches. The follower's thread swaps it while they run; each search
 * keeps the state that it began with. Thread-safe.
 */
final class ServedIndex {
    private volatile @Nullable Generation serving;

    /** The index as searches see it now; empty while there is none. To be closed. */
    EngineView view() {
        for (@Nullable Generation generation = serving; generation != null; ) {
            try {
                Generation held = generation;
                IndexSearcher searcher = held.acquire();
                return new LuceneView(searcher, held.sketches(), () -> held.release(searcher));
            } catch (AlreadyClosedException e) {
                // It was swapped between the two steps, unless the engine is closed.
                generation = generation == serving ? null : serving;
            } catch (IOException e) {
                throw new UncheckedIOException("The search index cannot be opened", e);
            }
        }
        try {
            return new LuceneView(new IndexSearcher(new MultiReader()), new QuantizedVectorCache(), () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("nothing cannot fail to be opened", e);
        }
    }

    /** The revision that searches show, 0 while there is no index. */
    long revision() {
        Generation generation = serving;
        return generation == null ? 0 : generation.visible();
    }

    @Nullable Generation generation() {
        return serving;
    }

    /** Puts a generation in the place of the one before, which is closed. For one thread. */
    void swap(Generation generation) {
        Generation before = serving;
        serving = generation;
        if (before != null && before != generation) {
            before.close();
        }
    }

    /** Closes what is served, of which only the revision is then still known. May be called again. */
    void close() {
        Generation last = serving;
        if (last != null) {
            last.close();
        }
    }
}
