package dev.broadsheet.search.lucene;

import dev.broadsheet.database.OperatorException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the follower's thread and those who wait for it tell one another. Thread-safe. */
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Failures in a row after which those who wait are told. */
    private static final int PATIENCE = 3;

    /** Failures in a row after which the follower waits no longer still: some seconds. */
    private static final int SLOWEST = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition happened = lock.newCondition();
    private int waiting;
    private int failures;
    private @Nullable Exception failure;
    private @Nullable Rebuild wanted;
    private volatile boolean closed;

    /**
     * Waits until something is reached.
     *
     * @param reached asked again whenever something happened
     * @return whether it was; false when the patience has ended, the follower is closed or the thread
     *     was interrupted
     * @throws OperatorException if the follower fails again and again
     */
    boolean await(BooleanSupplier reached, Duration patience) {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            waiting++;
            // One more failure is enough to be told: whoever looks again and again must not begin to count anew.
            failures = Math.min(failures, PATIENCE - 1);
            happened.signalAll();
            while (!reached.getAsBoolean()) {
                if (failures >= PATIENCE) {
                    throw new OperatorException(
                            "The search index cannot be written: " + failure
                                    + ". The papers are safe in the catalogue; "
                                    + "the index follows once this is mended.",
                            failure);
                }
                if (closed || nanos <= 0) {
                    return false;
                }
                nanos = happened.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    boolean isAwaited() {
        lock.lock();
        try {
            return waiting > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Tells those who wait that something happened. */
    void announce() {
        lock.lock();
        try {
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void failed(Exception e) {
        lock.lock();
        try {
            failures++;
            failure = e;
            if (failures == 1) {
                LOG.warn("The search index cannot follow the catalogue and will try again", e);
            }
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void succeeded() {
        lock.lock();
        try {
            failures = 0;
        } finally {
            lock.unlock();
        }
    }

    /** The follower's rest between two looks at the catalogue, longer after each failure; ends when it is wanted. */
    void pause() {
        lock.lock();
        try {
            int known = waiting;
            long nanos = POLL_NANOS << Math.min(failures, SLOWEST);
            while (!closed && wanted == null && waiting <= known && nanos > 0) {
                nanos = happened.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    void want(Rebuild rebuild) {
        lock.lock();
        try {
            wanted = rebuild;
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Nullable Rebuild takeWanted() {
        lock.lock();
        try {
            Rebuild taken = wanted;
            wanted = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * That someone wants the index built anew.
     *
     * @param progress is told how many changes have been applied
     * @param done completed with the problem, or with nothing once the new index is in use
     */
    record Rebuild(LongConsumer progress, CompletableFuture<Optional<OperatorException>> done) {

        void finish(@Nullable OperatorException problem) {
            done.complete(Optional.ofNullable(problem));
        }
    }
}
