package dev.broadsheet.search.vector;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How many a second, over the last minute. Thread-safe. */
final class Rate {
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Deque<Done> recent = new ArrayDeque<>();

    Rate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Counts work.
     *
     * @param started when it began, by the same clock
     */
    synchronized void add(int count, long started) {
        recent.addLast(new Done(started, nanoTime.getAsLong(), count));
        forget();
    }

    /** 0 while nothing was done within the last minute. */
    synchronized double perSecond() {
        forget();
        if (recent.isEmpty()) {
            return 0;
        }
        long now = nanoTime.getAsLong();
        long since = recent.stream().mapToLong(Done::started).min().orElse(now);
        long span = Math.clamp(now - since, 1, WINDOW);
        return recent.stream().mapToLong(Done::count).sum() * 1e9 / span;
    }

    private void forget() {
        long now = nanoTime.getAsLong();
        while (!recent.isEmpty() && now - recent.getFirst().finished > WINDOW) {
            recent.removeFirst();
        }
    }

    private record Done(long started, long finished, int count) {}
}
