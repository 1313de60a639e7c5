package dev.broadsheet.search.lucene;

import dev.broadsheet.database.DataFolder;
import dev.broadsheet.database.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Change;
import dev.broadsheet.paper.Paper;
import dev.broadsheet.search.lucene.Signals.Rebuild;
import dev.broadsheet.search.ranking.EngineView;
import dev.broadsheet.search.vector.VectorStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in the data folder. A thread of its own reads the catalogue's changes above the
 * revision of the index's own commit and applies them: a crash at any point repeats work and loses
 * none. One process writes at a time; any other searches what that one commits, and takes over
 * when it ends. Thread-safe.
 */
public final class LuceneEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneEngine.class);

    /** To be raised when documents change their form: every index of another form is rebuilt. */
    private static final int FORM = 1;

    private static final int PAGE = 1_000;
    private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** So many changes are shown together at the pace of commits, because each showing costs a flush. */
    private static final long MANY = 1_000;

    private final IndexFolder folder;
    private final Catalogue catalogue;
    private final VectorStore store;
    private final String format;
    private final Codec codec;
    private final boolean mayWrite;
    private final Thread thread;

    private final Signals signals = new Signals();
    private volatile @Nullable Generation serving;

    // The follower's thread only.
    private @Nullable Lock right;
    private @Nullable Generation writing;
    private boolean distrusted;
    private long refreshedAt = System.nanoTime();
    private long committedAt = System.nanoTime();

    /** @param mayWrite whether to write the index where no other process does */
    public LuceneEngine(Path index, Catalogue catalogue, VectorStore store, boolean mayWrite) {
        this(index, catalogue, store, mayWrite, VectorCodec.EXACT_UP_TO);
    }

    LuceneEngine(Path index, Catalogue catalogue, VectorStore store, boolean mayWrite, int exactUpTo) {
        this.folder = new IndexFolder(index);
        this.catalogue = catalogue;
        this.store = store;
        this.mayWrite = mayWrite;
        this.codec = VectorCodec.exactUpTo(exactUpTo);
        this.format = FORM + " " + String.join(" ", store.models());
        this.thread = Thread.ofPlatform().name("index-follower").daemon().start(this::follow);
    }

    /** The index as searches see it now; empty while there is none. To be closed. */
    public EngineView view() {
        for (@Nullable Generation generation = serving; generation != null; ) {
            try {
                Generation held = generation;
                IndexSearcher searcher = held.acquire();
                return new LuceneView(searcher, () -> held.release(searcher));
            } catch (AlreadyClosedException e) {
                // It was swapped between the two steps, unless the engine is closed.
                generation = generation == serving ? null : serving;
            } catch (IOException e) {
                throw new UncheckedIOException("The search index cannot be opened", e);
            }
        }
        try {
            return new LuceneView(new IndexSearcher(new MultiReader()), () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("nothing cannot fail to be opened", e);
        }
    }

    /** The revision that searches show, 0 while there is no index. */
    public long revision() {
        Generation generation = serving;
        return generation == null ? 0 : generation.visible();
    }

    /** What the index takes on disk. */
    public long bytes() {
        return DataFolder.sizeOf(folder.path());
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
     * @throws OperatorException if another process writes the index
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
            thread.join();
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

    private void follow() {
        while (!signals.isClosed()) {
            boolean more = false;
            try {
                more = step();
                signals.succeeded();
            } catch (IOException | RuntimeException e) {
                // The outermost loop of a thread: whatever went wrong is told, and tried again.
                failed(e);
            }
            if (!more) {
                signals.pause();
            }
        }
        shutDown();
    }

    /** @return whether there may be more to do at once */
    private boolean step() throws IOException {
        if (right == null && mayWrite) {
            right = folder.tryLock();
        }
        if (right == null) {
            refuseRebuild();
            readAlong();
            return false;
        }
        if (writing == null) {
            openForWriting();
        }
        Generation open = Objects.requireNonNull(writing);
        Rebuild rebuild = signals.takeWanted();
        if (rebuild != null || catalogue.latestRevision() < open.revision()) {
            rebuild(open, rebuild);
            return true;
        }
        boolean more = applyPage(open);
        show(open, more);
        return more;
    }

    private void openForWriting() throws IOException {
        @Nullable Generation opened = null;
        Optional<Path> current = folder.current();
        if (current.isPresent() && !distrusted) {
            try {
                opened = Generation.write(current.get(), format, codec);
            } catch (IOException | IllegalArgumentException e) {
                if (!Generation.isUnusable(e)) {
                    throw e;
                }
                LOG.warn("The search index is of no use and is built anew from the catalogue: {}", e.toString());
            }
        }
        if (opened == null) {
            opened = Generation.write(folder.create(), format, codec);
            folder.use(opened.path());
        }
        distrusted = false;
        writing = opened;
        serve(opened);
        folder.deleteAllBut(opened.path());
    }

    private void rebuild(Generation old, @Nullable Rebuild asked) throws IOException {
        Generation fresh = Generation.write(folder.create(), format, codec);
        try {
            long applied = 0;
            long before = fresh.revision();
            while (!signals.isClosed() && applyPage(fresh)) {
                applied += PAGE;
                if (asked != null) {
                    asked.progress().accept(applied);
                }
                if (fresh.revision() - before > 20L * PAGE) {
                    before = fresh.revision();
                    fresh.commit();
                }
            }
            if (signals.isClosed()) {
                fresh.close();
                finish(asked, new OperatorException("The rebuilding was stopped. The old index is still in use."));
                return;
            }
            fresh.commit();
            fresh.refresh();
        } catch (IOException | RuntimeException e) {
            fresh.close();
            finish(asked, new OperatorException("The search index cannot be rebuilt: " + e, e));
            throw e;
        }
        folder.use(fresh.path());
        writing = fresh;
        serve(fresh);
        old.close();
        folder.deleteAllBut(fresh.path());
        finish(asked, null);
    }

    private boolean applyPage(Generation generation) throws IOException {
        List<Change> changes = catalogue.changesAfter(generation.revision(), PAGE);
        if (changes.isEmpty()) {
            return false;
        }
        List<Paper> papers =
                changes.stream().map(Change::paper).filter(Objects::nonNull).toList();
        Map<Long, Set<String>> sources =
                catalogue.sources(papers.stream().map(Paper::number).toList());
        generation.apply(changes, sources, store.of(papers));
        return true;
    }

    /** Shows and commits what was applied: soon, but not so often that it would hold up an import. */
    private void show(Generation open, boolean more) throws IOException {
        long now = System.nanoTime();
        long hidden = open.revision() - open.visible();
        boolean hurried = !more && signals.isAwaited();
        if (hidden > 0 && (hurried || now - refreshedAt > (more || hidden > MANY ? COMMIT_NANOS : REFRESH_NANOS))) {
            open.refresh();
            refreshedAt = System.nanoTime();
            signals.announce();
        }
        if (!open.isCommitted() && now - committedAt > COMMIT_NANOS) {
            open.commit();
            committedAt = System.nanoTime();
        }
    }

    /** Another process writes: search what it has committed. */
    private void readAlong() throws IOException {
        Optional<Path> current = folder.current();
        Generation generation = serving;
        if (current.isEmpty()) {
            return;
        }
        try {
            if (generation == null || !generation.path().equals(current.get())) {
                serve(Generation.read(current.get(), format));
            } else {
                generation.refresh();
            }
        } catch (IOException | IllegalArgumentException e) {
            // The writing process may be about to replace it.
            if (!Generation.isUnusable(e)) {
                throw e;
            }
        }
        signals.announce();
    }

    private void serve(Generation generation) {
        Generation before = serving;
        serving = generation;
        if (before != null && before != generation && before != writing) {
            before.close();
        }
        signals.announce();
    }

    private void shutDown() {
        Generation open = writing;
        if (open != null) {
            try {
                open.commit();
            } catch (IOException | AlreadyClosedException e) {
                LOG.warn("The search index could not be committed; the next start repeats the work", e);
            }
            open.close();
        }
        Generation served = serving;
        if (served != null && served != open) {
            served.close();
        }
        refuseRebuild();
        giveBackRight();
        signals.announce();
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
        Generation open = writing;
        if (open != null) {
            // Its searcher goes on serving until the index is open again.
            open.abandon();
            writing = null;
            distrusted = isIndexBroken(e) || (e.getCause() instanceof IOException cause && isIndexBroken(cause));
        }
        signals.failed(e);
    }

    private static boolean isIndexBroken(Exception e) {
        return e instanceof IOException && Generation.isUnusable(e);
    }

    private void refuseRebuild() {
        finish(
                signals.takeWanted(),
                new OperatorException("Another Broadsheet process writes the search index in " + folder.path()
                        + ". Nothing was changed. Stop that one, or let it rebuild the index itself."));
    }

    private static void finish(@Nullable Rebuild rebuild, @Nullable OperatorException problem) {
        if (rebuild != null) {
            rebuild.finish(problem);
        }
    }
}
