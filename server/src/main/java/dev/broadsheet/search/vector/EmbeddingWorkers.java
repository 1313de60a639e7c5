package dev.broadsheet.search.vector;

import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.paper.Paper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that embed the waiting papers, those of the newest day first. Each batch is stored,
 * taken from the queue and announced to the followers in one transaction, so that a kill repeats a
 * batch and loses none. Servers of one catalogue share the work. Thread-safe.
 */
public final class EmbeddingWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingWorkers.class);

    /** Papers in one transaction: about a second of work. */
    private static final int BATCH = 16;

    /**
     * How long a batch is this server's own: far longer than it takes on a slow machine, and no longer than the
     * papers of a server that was killed may well wait.
     */
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private static final long IDLE_MILLIS = 500;
    private static final long FIRST_WAIT_MILLIS = 5_000;
    private static final long LONGEST_WAIT_MILLIS = TimeUnit.MINUTES.toMillis(5);

    private final Catalogue catalogue;
    private final VectorStore store;
    private final List<TextEmbedder> models;
    private final EmbeddingQueue queue;
    private final Rate rate = new Rate(System::nanoTime);
    private final AtomicLong embedded = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Long> skipped = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean skipTold = new AtomicBoolean();
    private final EmbeddingTrouble trouble = new EmbeddingTrouble();
    private final long firstWaitMillis;
    private volatile boolean closed;

    /** @param clock by which other servers' claims run out */
    public EmbeddingWorkers(Catalogue catalogue, VectorStore store, List<TextEmbedder> models, InstantSource clock) {
        this(catalogue, store, models, clock, FIRST_WAIT_MILLIS);
    }

    /** @param firstWaitMillis how long to wait after a failure; after each further one twice as long */
    EmbeddingWorkers(
            Catalogue catalogue,
            VectorStore store,
            List<TextEmbedder> models,
            InstantSource clock,
            long firstWaitMillis) {
        this.firstWaitMillis = firstWaitMillis;
        this.catalogue = catalogue;
        this.store = store;
        this.models = List.copyOf(models);
        this.queue = new EmbeddingQueue(catalogue, store, clock);
    }

    /** Starts as many threads as asked for. */
    public void start(int count) {
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name("embedding-" + i).daemon().start(this::work));
        }
    }

    /** Papers embedded a second, over the last minute. */
    public double perSecond() {
        return rate.perSecond();
    }

    /** Papers embedded since the start. */
    public long embedded() {
        return embedded.get();
    }

    /** Papers that wait, as far as the catalogue's changes have been read. */
    public long waiting() {
        return queue.size();
    }

    /** Papers that could not be embedded; they wait for the next start and are found by words. */
    public long skipped() {
        return skipped.size();
    }

    /** What keeps papers from being embedded, as a sentence for the operator; null while nothing does. */
    public @Nullable String problem() {
        return trouble.problem();
    }

    /** Whether all papers of the catalogue have their vectors, but for those that were skipped. */
    public boolean isDone() {
        return queue.isAtEnd() && skipped.containsAll(queue.newest(skipped.size() + 1));
    }

    /** Stops after the papers under way; what they were a batch of is done again next time. */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (skipped.size() > 1) {
            LOG.warn("{} papers could not be embedded and are found by words only", skipped.size());
        }
    }

    private void work() {
        long wait = firstWaitMillis;
        try {
            while (!closed) {
                try {
                    workOnce();
                    wait = firstWaitMillis;
                } catch (RuntimeException e) {
                    // The outermost loop of a thread: whatever went wrong is told, and tried again.
                    if (!closed) {
                        trouble.add(e);
                        pause(wait);
                        wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
                    }
                }
            }
        } catch (Error e) {
            trouble.died(e);
        }
    }

    private void workOnce() {
        List<Long> batch = take(BATCH);
        if (batch.isEmpty()) {
            pause(IDLE_MILLIS);
            return;
        }
        boolean done = false;
        try {
            models.forEach(EmbeddingWorkers::prepare);
            done = embed(batch) == batch.size();
            trouble.over();
        } finally {
            if (!done) {
                queue.giveBack(batch);
            }
        }
    }

    private static void prepare(TextEmbedder model) {
        try {
            model.prepare();
        } catch (RuntimeException e) {
            throw new OperatorException(
                    "No paper can be embedded, new ones are found by words only. " + e.getMessage(), e);
        }
    }

    private List<Long> take(int most) {
        lock.lock();
        try {
            while (!closed && queue.follow()) {
                // One page after the other, until the newest paper is known.
            }
            List<Long> batch = queue.claim(most, Set.copyOf(skipped), CLAIM);
            if (batch.isEmpty() && skipped.containsAll(queue.newest(skipped.size() + 1))) {
                trouble.over();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** @return how many were embedded */
    private int embed(List<Long> batch) {
        long started = System.nanoTime();
        List<Embedded> done = new ArrayList<>();
        for (Paper paper : catalogue.papers(batch)) {
            if (closed) {
                return 0;
            }
            embed(paper).ifPresent(done::add);
        }
        int stored = catalogue.write(writer -> {
            int count = 0;
            for (long number : batch) {
                if (!skipped.contains(number) && writer.paper(number).isEmpty()) {
                    queue.remove(writer.transaction(), number);
                }
            }
            for (Embedded paper : done) {
                // A paper that was changed meanwhile stays in the queue, for its new text.
                Optional<Paper> now = writer.paper(paper.number);
                if (now.isPresent() && hash(now.get()).equals(paper.hash)) {
                    for (int i = 0; i < models.size(); i++) {
                        store.put(
                                writer.transaction(),
                                paper.number,
                                models.get(i).model(),
                                paper.hash,
                                paper.vectors.get(i));
                    }
                    queue.remove(writer.transaction(), paper.number);
                    writer.touch(paper.number);
                    count++;
                }
            }
            return count;
        });
        embedded.addAndGet(stored);
        rate.add(stored, started);
        return stored;
    }

    private Optional<Embedded> embed(Paper paper) {
        try {
            String text = PaperText.forMeaning(paper);
            List<float[]> vectors =
                    models.stream().map(model -> model.passage(text)).toList();
            return Optional.of(new Embedded(paper.number(), PaperText.hash(text), vectors));
        } catch (OperatorException e) {
            // No fault of the text.
            throw e;
        } catch (RuntimeException e) {
            skip(paper, e);
            return Optional.empty();
        }
    }

    /** One text that a model cannot take must not stop the others; the next start tries it again. */
    private void skip(Paper paper, RuntimeException reason) {
        if (!closed && skipped.add(paper.number()) && !skipTold.getAndSet(true)) {
            LOG.warn(
                    "Paper {} cannot be embedded and is found by words only; further ones are counted, not told",
                    paper.id(),
                    reason);
        }
    }

    private static String hash(Paper paper) {
        return PaperText.hash(PaperText.forMeaning(paper));
    }

    private void pause(long millis) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private record Embedded(long number, String hash, List<float[]> vectors) {}
}
