package dev.broadsheet.search.lucene;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.lucene.FollowerStatus.Rebuild;
import dev.broadsheet.search.ranking.EngineView;
import dev.broadsheet.search.vector.VectorStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The index in the data folder. A thread of its own reads the catalogue's changes above the
 * revision of the index's own commit and applies them: a crash at any point repeats work and loses
 * none. One process writes at a time; any other searches what that one commits, and takes over
 * when it ends. Thread-safe.
 */
public final class LuceneEngine implements AutoCloseable {
    private final IndexFolder folder;
    private final Catalogue catalogue;
    private final FollowerStatus signals = new FollowerStatus();
    private final ServedIndex served = new ServedIndex();
    private final Thread follower;

    /** @param mayWrite whether to write the index where no other process does */
    public LuceneEngine(Path index, Catalogue catalogue, VectorStore store, boolean mayWrite) {
        this(index, catalogue, store, mayWrite, true);
    }

    /** @param following whether it follows the catalogue from now on and not only when it is started */
    LuceneEngine(Path index, Catalogue catalogue, VectorStore store, boolean mayWrite, boolean following) {
        this.folder = new IndexFolder(index);
        this.catalogue = catalogue;
        this.follower = Thread.ofPlatform()
                .name("index-follower")
                .daemon()
                .unstarted(new IndexFollower(folder, catalogue, store, mayWrite, served, signals));
        if (following) {
            start();
        }
    }

    final void start() {
        follower.start();
    }

    /** The index as searches see it now; empty while there is none. To be closed. */
    public EngineView view() {
        return served.view();
    }

    /** The revision that searches show, 0 while there is no index. */
    public long revision() {
        return served.revision();
    }

    /** What the index takes on disk. */
    public long bytes() {
        return DataFolder.sizeOf(folder.path());
    }

    /** What keeps the index from following the catalogue, as a sentence for the operator; null while it follows. */
    public @Nullable String problem() {
        return signals.problem();
    }

    /**
     * Waits until searches show everything that the catalogue holds now.
     *
     * @return whether they do; false when the patience has ended
     * @throws OperatorException if the index cannot be written
     */
    public boolean catchUp(Duration patience) {
        return catchUp(catalogue.latestRevision(), patience);
    }

    /**
     * The same for what the catalogue held before.
     *
     * @param target a revision that the catalogue has reached
     * @return whether searches show it; false when the patience has ended
     * @throws OperatorException if the index cannot be written
     */
    public boolean catchUp(long target, Duration patience) {
        return signals.await(() -> revision() >= target && !isAhead(target), patience);
    }

    /**
     * Builds the index anew beside the old one, which answers until the new one takes its place.
     *
     * @param progress is told how many changes have been applied
     * @throws OperatorException if another process writes the index, it cannot be written, or this is closed
     */
    public void rebuild(LongConsumer progress) {
        Rebuild rebuild = new Rebuild(progress, new CompletableFuture<>());
        signals.want(rebuild);
        Optional<OperatorException> problem = rebuild.done().join();
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /** Commits what was applied and gives back the right to write. */
    @Override
    public void close() {
        signals.close();
        try {
            follower.join();
            // The follower has done so, unless it died; searches went on then.
            served.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it follows the catalogue no longer. */
    public boolean isClosed() {
        return signals.isClosed();
    }

    private boolean isAhead(long latest) {
        return revision() > latest && catalogue.latestRevision() < revision();
    }
}
