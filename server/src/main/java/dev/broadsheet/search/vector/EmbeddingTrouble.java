package dev.broadsheet.search.vector;

import dev.broadsheet.installation.OperatorException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the workers from their work. Each kind is logged once until the work goes on. Thread-safe. */
final class EmbeddingTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingTrouble.class);

    /** Failures in a row that may pass by themselves: a busy database, say. */
    private static final int PATIENCE = 3;

    private int count;
    private String told = "";
    private @Nullable RuntimeException last;
    private @Nullable Error death;

    synchronized void add(RuntimeException failure) {
        count++;
        last = failure;
        String kind = failure instanceof OperatorException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getName();
        if (kind.equals(told)) {
            return;
        }
        told = kind;
        if (failure instanceof OperatorException) {
            LOG.warn("Embedding waits: {}", failure.getMessage());
        } else {
            LOG.warn("Embedding is interrupted and will be tried again", failure);
        }
    }

    /** That a worker's thread ends for ever. */
    synchronized void died(Error error) {
        death = error;
        LOG.error("A thread that embeds papers has ended", error);
    }

    synchronized void over() {
        if (count > 0) {
            LOG.info("Embedding goes on");
        }
        count = 0;
        told = "";
        last = null;
    }

    /** A sentence for the operator; null while nothing is wrong that could not pass by itself. */
    synchronized @Nullable String problem() {
        if (death != null) {
            return "A thread that embeds papers has ended: " + death
                    + ". Papers without vectors are found by words; start Broadsheet again.";
        }
        if (last instanceof OperatorException) {
            return last.getMessage();
        }
        return count < PATIENCE ? null : "Papers cannot be embedded: " + last + ". It will be tried again.";
    }
}
