package dev.broadsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Lets a command end well when the process is told to stop (Ctrl-C, SIGTERM): it notices and closes
 * itself, and only then the Java machine shuts down. A shutdown hook would not do, because hooks run
 * side by side: ONNX Runtime's own frees its memory while a thread may still be embedding, which
 * crashes the process. Told twice, it ends at once. Thread-safe.
 */
final class Interruption implements AutoCloseable {
    /** A command that has not closed by then is left to the protection that kill -9 has too. */
    private static final long PATIENCE_SECONDS = 60;

    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    /** What a shell reports of a process that was ended by signal n is 128 + n. */
    private static final int ENDED_BY_SIGNAL = 128;

    private static final AtomicInteger RECEIVED = new AtomicInteger();

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Runnable> restore = new ArrayList<>();

    Interruption() {
        for (String name : SIGNALS) {
            try {
                Signal signal = new Signal(name);
                SignalHandler before = Signal.handle(signal, this::receive);
                restore.add(() -> Signal.handle(signal, before));
            } catch (IllegalArgumentException e) {
                // This system has no such signal, or the Java machine was told to leave it alone.
            }
        }
    }

    /** The exit code of a command that was told to stop, else the one it gives itself. */
    static int exitCode(int code) {
        return RECEIVED.get() == 0 ? code : ENDED_BY_SIGNAL + RECEIVED.get();
    }

    /** Whether the process has been told to stop. */
    boolean isTold() {
        return told.getCount() == 0;
    }

    /** Waits until the process is told to stop. */
    void await() {
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the command has ended. */
    @Override
    public void close() {
        closed.countDown();
        restore.forEach(Runnable::run);
    }

    private void receive(Signal signal) {
        if (!RECEIVED.compareAndSet(0, signal.getNumber())) {
            Runtime.getRuntime().halt(exitCode(0));
        }
        told.countDown();
        Thread.ofPlatform().name("interruption").daemon().start(this::waitForTheEnd);
    }

    private void waitForTheEnd() {
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Broadsheet did not stop in time and is ended; nothing acknowledged is lost.");
                Runtime.getRuntime().halt(exitCode(0));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
