package dev.broadsheet.search.follower;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.engine.EngineView;
import dev.broadsheet.search.engine.IndexStore;
import dev.broadsheet.search.follower.FollowerStatus.Rebuild;
import dev.broadsheet.search.vector.VectorStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine's index, kept in step with the catalogue. A thread of its own reads the catalogue's changes above the
 * revision of the index's own commit and applies them: a crash at any point repeats work and loses
 * none. One process writes at a time; any other searches what that one commits, and takes over
 * when it ends. Thread-safe.
 */
public final class SearchEngine implements AutoCloseable {
    private final IndexStore indexes;
    private final Catalogue catalogue;
    private final FollowerStatus status = new FollowerStatus();
    private final ServedIndex served;
    private final Thread follower;

    /**
     * Follows from now on.
     *
     * @param mayWrite whether to write the index where no other process does
     */
    public SearchEngine(IndexStore indexes, Catalogue catalogue, VectorStore store, boolean mayWrite) {
        this(indexes, catalogue, store, mayWrite, true);
    }

    /** @param following whether it follows the catalogue from now on and not only when it is started */
    public SearchEngine(
            IndexStore indexes, Catalogue catalogue, VectorStore store, boolean mayWrite, boolean following) {
        this.indexes = indexes;
        this.served = new ServedIndex(indexes);
        this.catalogue = catalogue;
        this.follower = Thread.ofPlatform()
                .name("index-follower")
                .daemon()
                .unstarted(new IndexFollower(indexes, catalogue, store, mayWrite, served, status));
        if (following) {
            start();
        }
    }

    public void start() {
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
        return indexes.bytes();
    }

    /** What keeps the index from following the catalogue, as a sentence for the operator; null while it follows. */
    public @Nullable String problem() {
        return status.problem();
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
        return status.await(() -> revision() >= target && !isAhead(target), patience);
    }

    /**
     * Builds the index anew beside the old one, which answers until the new one takes its place.
     *
     * @param progress is told how many changes have been applied
     * @throws OperatorException if another process writes the index, it cannot be written, or this is closed
     */
    public void rebuild(LongConsumer progress) {
        Rebuild rebuild = new Rebuild(progress, new CompletableFuture<>());
        status.want(rebuild);
        Optional<OperatorException> problem = rebuild.done().join();
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /** Commits what was applied and gives back the right to write. */
    @Override
    public void close() {
        status.close();
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
        return status.isClosed();
    }

    private boolean isAhead(long latest) {
        return revision() > latest && catalogue.latestRevision() < revision();
    }
}
