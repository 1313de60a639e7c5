package dev.broadsheet.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end well when the process is told to stop (Ctrl-C, SIGTERM): the Java machine
 * waits for the command to notice and to close itself. Thread-safe.
 */
final class Interruption implements AutoCloseable {
    /** A command that has not closed by then is left to the protection that kill -9 has too. */
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Interruption() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "interruption"));
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
    }

    private void stopAndWait() {
        told.countDown();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Broadsheet did not stop in time and is ended; nothing acknowledged is lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
