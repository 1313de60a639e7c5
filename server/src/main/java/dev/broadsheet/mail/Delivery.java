package dev.broadsheet.mail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is in the queue. Thread-safe. */
final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** After each attempt that failed; after the last one nobody tries any more. About three days in all. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final MailQueue queue;
    private final Carrier carrier;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mail").factory());
    private volatile boolean stopping;

    Delivery(MailQueue queue, Carrier carrier) {
        this.queue = queue;
        this.carrier = carrier;
    }

    /** Sends soon, on another thread; returns at once. */
    void nudge() {
        try {
            worker.execute(() -> {
                try {
                    sendDue(() -> stopping);
                } catch (RuntimeException e) {
                    LOG.warn("Mails are waiting that could not be looked at; they are tried again soon", e);
                }
            });
        } catch (RejectedExecutionException e) {
            // Closing. The next server sends it.
        }
    }

    /** Sends all that is due. */
    void sendDue(BooleanSupplier told) {
        List<QueuedMail> mails = queue.take();
        while (!mails.isEmpty() && !told.getAsBoolean()) {
            mails.forEach(this::send);
            mails = queue.take();
        }
    }

    private void send(QueuedMail mail) {
        try {
            if (!mail.mail().to().isEmpty()) {
                carrier.carry(mail);
            }
            queue.sent(mail);
        } catch (RefusedMailException e) {
            LOG.warn("Mail {} was refused: {}", mail.number(), reason(e));
            queue.refused(mail, reason(e));
        } catch (RuntimeException e) {
            if (mail.attempts() < PAUSES.size()) {
                LOG.warn("Mail {} could not be sent and is tried again: {}", mail.number(), reason(e));
                queue.retry(mail, PAUSES.get(mail.attempts()), reason(e));
            } else {
                LOG.warn("Mail {} could not be sent in three days: {}", mail.number(), reason(e));
                queue.refused(mail, reason(e));
            }
        }
    }

    /** The innermost cause, which says most. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message.strip();
    }

    @Override
    public void close() {
        stopping = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
