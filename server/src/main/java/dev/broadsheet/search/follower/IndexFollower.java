package dev.broadsheet.search.follower;

import dev.broadsheet.installation.FullDisk;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.engine.IndexChange;
import dev.broadsheet.search.engine.IndexStore;
import dev.broadsheet.search.engine.PaperIndex;
import dev.broadsheet.search.follower.FollowerStatus.Rebuild;
import dev.broadsheet.search.vector.VectorStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of the follower's thread: it applies the catalogue's changes to the index where no other
 * process does, and hands what is to be searched to the {@link ServedIndex}. For one thread.
 */
final class IndexFollower implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Changes of a rebuild that are committed together. */
    private static final long COMMIT_AFTER = 20_000;

    /** So many changes are shown together at the pace of commits, because each showing costs a flush. */
    private static final long MANY = 1_000;

    private final IndexStore indexes;
    private final Catalogue catalogue;
    private final IndexChanges changes;
    private final boolean mayWrite;
    private final ServedIndex served;
    private final FollowerStatus status;

    private @Nullable Closeable right;
    private @Nullable PaperIndex writing;
    private boolean distrusted;

    /**
     * An index that is beyond this when it is first opened is of another catalogue: a backup was
     * restored. Only told before anything was written, for the catalogue's revision may soon be as high.
     */
    private long latestAtStart;

    private long refreshedAt = System.nanoTime();
    private long committedAt = System.nanoTime();

    IndexFollower(
            IndexStore indexes,
            Catalogue catalogue,
            VectorStore store,
            boolean mayWrite,
            ServedIndex served,
            FollowerStatus status) {
        this.indexes = indexes;
        this.catalogue = catalogue;
        this.changes = new IndexChanges(catalogue, store);
        this.mayWrite = mayWrite;
        this.served = served;
        this.status = status;
        this.latestAtStart = catalogue.latestRevision();
    }

    /** Follows until it is closed; gives back the right to write whatever happens. */
    @Override
    public void run() {
        try {
            follow();
            shutDown();
        } catch (RuntimeException | Error e) {
            status.died(e);
            // Searches go on with what was last shown.
            if (writing != null) {
                writing.abandon();
            }
        } finally {
            status.refuseWanted(new OperatorException(FollowerStatus.CLOSED));
            giveBackRight();
            status.announce();
        }
    }

    private void follow() {
        while (!status.isClosed()) {
            boolean more = false;
            try {
                more = step();
            } catch (IOException | RuntimeException e) {
                // The outermost loop of a thread: whatever went wrong is told, and tried again.
                failed(e);
            }
            if (!more) {
                status.pause();
            }
        }
    }

    /** @return whether there may be more to do at once */
    private boolean step() throws IOException {
        if (right == null && mayWrite) {
            right = indexes.tryLock();
        }
        if (right == null) {
            // The process that writes may go beyond it.
            latestAtStart = Long.MAX_VALUE;
            status.refuseWanted(new OperatorException("Another Broadsheet process writes the search index in "
                    + indexes.place() + ". Nothing was changed. Stop that one, or let it rebuild the index itself."));
            readAlong();
            status.succeeded();
            return false;
        }
        if (writing == null) {
            openForWriting();
        }
        PaperIndex open = Objects.requireNonNull(writing);
        Rebuild rebuild = status.takeWanted();
        if (rebuild != null || catalogue.latestRevision() < open.revision()) {
            rebuild(rebuild);
            return true;
        }
        boolean more = applyPage(open) > 0;
        show(open, more);
        if (open.isCommitted()) {
            // Only now: on a full disk all goes well up to the next flush or commit.
            status.succeeded();
        }
        return more;
    }

    private void openForWriting() throws IOException {
        @Nullable PaperIndex opened = distrusted ? null : indexes.open(latestAtStart);
        if (opened == null) {
            opened = indexes.create();
            try {
                indexes.use(opened);
            } catch (IOException | RuntimeException e) {
                indexes.discard(opened);
                throw e;
            }
        }
        distrusted = false;
        latestAtStart = Long.MAX_VALUE;
        writing = opened;
        serve(opened);
        indexes.deleteAllBut(opened);
    }

    private void rebuild(@Nullable Rebuild asked) throws IOException {
        // Whoever asked must hear of any end.
        @Nullable OperatorException problem = new OperatorException("The rebuilding was stopped. The old index is still in use.");
        @Nullable PaperIndex unused = null;
        try {
            PaperIndex fresh = indexes.create();
            unused = fresh;
            if (fill(fresh, asked)) {
                indexes.use(fresh);
                unused = null;
                writing = fresh;
                serve(fresh);
                indexes.deleteAllBut(fresh);
                problem = null;
            }
        } catch (IOException | RuntimeException | Error e) {
            String reason = FullDisk.isReasonOf(e) ? "the disk is full" : e.toString();
            problem = new OperatorException(
                    "The search index cannot be rebuilt: " + reason + ". The old index is still in use.", e);
            throw e;
        } finally {
            if (asked != null) {
                asked.finish(problem);
            }
            if (unused != null) {
                indexes.discard(unused);
            }
        }
    }

    /** @return whether the generation holds the whole catalogue; false if this was closed meanwhile */
    private boolean fill(PaperIndex fresh, @Nullable Rebuild asked) throws IOException {
        long applied = 0;
        long before = fresh.revision();
        for (int page = 1; page > 0 && !status.isClosed(); ) {
            page = applyPage(fresh);
            applied += page;
            if (page > 0 && asked != null) {
                asked.progress().accept(applied);
            }
            if (fresh.revision() - before > COMMIT_AFTER) {
                before = fresh.revision();
                fresh.commit();
            }
        }
        if (status.isClosed()) {
            return false;
        }
        fresh.commit();
        fresh.refresh();
        return true;
    }

    /** @return how many changes there were, 0 at the end */
    private int applyPage(PaperIndex index) throws IOException {
        List<IndexChange> page = changes.after(index.revision());
        if (!page.isEmpty()) {
            index.apply(page);
        }
        return page.size();
    }

    /** Shows and commits what was applied: soon, but not so often that it would hold up an import. */
    private void show(PaperIndex open, boolean more) throws IOException {
        long now = System.nanoTime();
        long hidden = open.revision() - open.visible();
        boolean hurried = !more && status.isAwaited();
        if (hidden > 0 && (hurried || now - refreshedAt > (more || hidden > MANY ? COMMIT_NANOS : REFRESH_NANOS))) {
            open.refresh();
            refreshedAt = System.nanoTime();
            status.announce();
        }
        if (!open.isCommitted() && now - committedAt > COMMIT_NANOS) {
            open.commit();
            committedAt = System.nanoTime();
        }
    }

    /** Another process writes: search what it has committed. */
    private void readAlong() throws IOException {
        try {
            indexes.read(served.index()).ifPresent(served::swap);
        } catch (IOException | IllegalArgumentException e) {
            // The writing process may be about to replace it.
            if (!indexes.isUnusable(e)) {
                throw e;
            }
        }
        status.announce();
    }

    private void serve(PaperIndex index) {
        served.swap(index);
        status.announce();
    }

    private void shutDown() {
        PaperIndex open = writing;
        if (open != null) {
            try {
                open.commit();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The search index could not be committed; the next start repeats the work: {}", e.toString());
            }
            open.close();
        }
        served.close();
    }

    private void giveBackRight() {
        try {
            if (right != null) {
                right.close();
            }
        } catch (IOException e) {
            LOG.warn("The right to write the search index could not be given back", e);
        }
    }

    private void failed(Exception e) {
        PaperIndex open = writing;
        if (open == null) {
            // It may never come to a rebuild.
            status.refuseWanted(new OperatorException(FollowerStatus.sentence(e), e));
        } else {
            // Its searcher goes on serving until the index is open again.
            open.abandon();
            writing = null;
            distrusted = isIndexBroken(e) || (e.getCause() instanceof IOException cause && isIndexBroken(cause));
        }
        status.failed(e);
    }

    private boolean isIndexBroken(Exception e) {
        return e instanceof IOException && indexes.isUnusable(e);
    }
}
