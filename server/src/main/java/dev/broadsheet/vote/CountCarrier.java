package dev.broadsheet.vote;

import dev.broadsheet.installation.FullDisk;
import dev.broadsheet.paper.CommunityCounts;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether somebody voted or commented, and has the papers counted anew. Not a job of the schedule,
 * which writes to the database at each run. Every server has one; of several that look at once one finds the marks.
 */
final class CountCarrier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CountCarrier.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CommunityCounts counts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private @Nullable Thread thread;
    private volatile boolean closed;
    private boolean failing;

    CountCarrier(CommunityCounts counts) {
        this.counts = counts;
    }

    void start() {
        thread = Thread.ofPlatform().name("community-counts").daemon().start(this::work);
    }

    /** What is left is carried over by another server or the next start. */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        Thread running = thread;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        while (!closed) {
            boolean more = false;
            try {
                more = counts.carrySomeOver();
                failing = false;
            } catch (RuntimeException e) {
                // The outermost loop of a thread: the marks stay, and it is tried again.
                failed(e);
            }
            if (!more) {
                pause();
            }
        }
    }

    private void failed(RuntimeException e) {
        if (!failing) {
            failing = true;
            String reason = FullDisk.isReasonOf(e) ? "the disk is full" : e.toString();
            LOG.warn("Votes and comments are kept, but not yet in the counts of lists and search: {}", reason);
        }
    }

    private void pause() {
        lock.lock();
        try {
            long nanos = PAUSE.toNanos();
            while (!closed && nanos > 0) {
                nanos = closing.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
