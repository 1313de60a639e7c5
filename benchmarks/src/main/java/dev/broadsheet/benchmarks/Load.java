package dev.broadsheet.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Queries asked by several clients at once, each asking its next one as soon as it is answered. */
public final class Load {
    private Load() {}

    /** Asks one query and waits for the answer. Called by several threads. */
    @FunctionalInterface
    public interface Client {
        void ask(String query) throws IOException, InterruptedException;
    }

    /**
     * Asks each query once.
     *
     * @param patience after which no further query is asked
     * @return the times of those that were asked
     * @throws IllegalStateException if a query fails; no further one is asked then
     */
    public static Times run(List<String> queries, int clients, Duration patience, Client client)
            throws InterruptedException {
        double[] millis = new double[queries.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(clients);
        long started = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            Thread.ofPlatform().start(() -> {
                try {
                    while (failure.get() == null && System.nanoTime() - started < patience.toNanos()) {
                        int number = next.getAndIncrement();
                        if (number >= millis.length) {
                            break;
                        }
                        long asked = System.nanoTime();
                        client.ask(queries.get(number));
                        millis[number] = (System.nanoTime() - asked) / 1e6;
                    }
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failure.set(e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        double seconds = (System.nanoTime() - started) / 1e9;
        Exception cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("a query failed", cause);
        }
        double[] asked = Arrays.copyOf(millis, Math.min(next.get(), millis.length));
        Arrays.sort(asked);
        return new Times(asked, seconds);
    }

    /**
     * How long queries took.
     *
     * @param sortedMillis of each
     * @param seconds of all together
     */
    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Times(double[] sortedMillis, double seconds) {
        public double median() {
            return at(0.5);
        }

        public double ninetyNinth() {
            return at(0.99);
        }

        public double perSecond() {
            return sortedMillis.length / seconds;
        }

        private double at(double part) {
            return sortedMillis.length == 0 ? 0 : sortedMillis[(int) (sortedMillis.length * part)];
        }
    }
}
