package dev.broadsheet.search.follower;

import dev.broadsheet.installation.FullDisk;
import dev.broadsheet.installation.OperatorException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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
final class FollowerStatus {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerStatus.class);
    static final String CLOSED = "The search index is closed. Nothing was changed.";

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Failures in a row after which those who wait are told. */
    private static final int PATIENCE = 3;

    /** Failures in a row after which the follower waits no longer still: some seconds. */
    private static final int SLOWEST = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition happened = lock.newCondition();
    private int waiting;
    private int failures;
    private @Nullable Throwable failure;

    /** What was logged of the present row of failures: a full disk is told once, not at each look. */
    private String told = "";

    private boolean dead;
    private final Deque<Rebuild> wanted = new ArrayDeque<>();
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
                String problem = problem();
                if (problem != null) {
                    throw new OperatorException(problem, failure);
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

    /** That a look at the catalogue failed. */
    void failed(Exception e) {
        boolean full = FullDisk.isReasonOf(e);
        lock.lock();
        try {
            failures++;
            failure = e;
            String kind = full ? "full" : e.getClass().getName();
            if (!kind.equals(told)) {
                told = kind;
                if (full || e instanceof OperatorException) {
                    LOG.warn(sentence(e));
                } else {
                    LOG.warn("The search index cannot follow the catalogue and will try again", e);
                }
            }
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** That the follower's thread ends unasked. */
    void died(Throwable e) {
        lock.lock();
        try {
            dead = true;
            failure = e;
            LOG.error("The search index follows the catalogue no longer", e);
            refuseWanted(new OperatorException(lastWords(e), e));
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** That all that was applied so far is on the disk. */
    void succeeded() {
        lock.lock();
        try {
            if (failures > 0) {
                LOG.info("The search index follows the catalogue again");
            }
            failures = 0;
            told = "";
        } finally {
            lock.unlock();
        }
    }

    /** What keeps the follower from its work, as a sentence for the operator; null while little or nothing does. */
    @Nullable String problem() {
        lock.lock();
        try {
            if (failure == null) {
                return null;
            }
            if (dead) {
                return lastWords(failure);
            }
            return failures >= PATIENCE ? sentence(failure) : null;
        } finally {
            lock.unlock();
        }
    }

    private static String lastWords(Throwable failure) {
        return "The search index follows the catalogue no longer: " + failure
                + ". The papers are safe in the catalogue; start Broadsheet again.";
    }

    /** What the failure means, for the operator. */
    static String sentence(Throwable failure) {
        if (FullDisk.isReasonOf(failure)) {
            return "The search index cannot be written: the disk is full. The papers are safe in the catalogue; "
                    + "the index follows by itself once there is space.";
        }
        return "The search index cannot be written: " + failure
                + ". The papers are safe in the catalogue; the index follows once this is mended.";
    }

    /** The follower's rest between two looks at the catalogue, longer after each failure; ends when it is wanted. */
    void pause() {
        lock.lock();
        try {
            int known = waiting;
            long nanos = POLL_NANOS << Math.min(failures, SLOWEST);
            while (!closed && wanted.isEmpty() && waiting <= known && nanos > 0) {
                nanos = happened.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Asks for a rebuild after those asked for before; whoever asks too late is told so. */
    void want(Rebuild rebuild) {
        lock.lock();
        try {
            wanted.addLast(rebuild);
            String problem = dead ? problem() : null;
            if (closed || problem != null) {
                refuseWanted(new OperatorException(problem == null ? CLOSED : problem, failure));
            }
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The rebuild asked for first, which is to be finished by the taker; null if none is. */
    @Nullable Rebuild takeWanted() {
        lock.lock();
        try {
            return wanted.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Tells all who asked for a rebuild that there will be none. */
    void refuseWanted(OperatorException reason) {
        for (@Nullable Rebuild rebuild = takeWanted(); rebuild != null; rebuild = takeWanted()) {
            rebuild.finish(reason);
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
