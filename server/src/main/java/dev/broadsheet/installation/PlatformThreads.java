package dev.broadsheet.installation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A few platform threads for work that native code does (SQLite, ONNX Runtime) or that computes for long. Such work
 * would hold the carrier of a virtual thread, of which a small machine has two, and no page would be served meanwhile.
 * Thread-safe.
 */
public final class PlatformThreads implements AutoCloseable {
    private final ExecutorService threads;

    /** @param name of the threads, which are numbered from 1 */
    public PlatformThreads(String name, int count) {
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name(name + "-", 1).daemon().factory());
    }

    /**
     * Does the work and returns what it returned: on one of these threads when called on a virtual thread, else on the
     * calling thread, which is a platform thread already. What the work throws is thrown here.
     */
    public <T> T call(Supplier<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return work.get();
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Waits for the work under way. */
    @Override
    public void close() {
        threads.close();
    }
}
