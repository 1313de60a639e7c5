package dev.broadsheet.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/** A clock that is set to any moment and goes on from there. Thread-safe. */
public final class MovableClock implements InstantSource {
    private Instant set;
    private long setAt;

    public MovableClock(String instant) {
        set(instant);
    }

    /** Says that it is that moment now, such as {@code 2026-03-29T01:00:00Z}. */
    public synchronized void set(String instant) {
        set = Instant.parse(instant);
        setAt = System.nanoTime();
    }

    /** The same clock for whoever needs one with a zone. */
    public Clock in(ZoneId zone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return in(other);
            }

            @Override
            public Instant instant() {
                return MovableClock.this.instant();
            }
        };
    }

    @Override
    public synchronized Instant instant() {
        return set.plus(Duration.ofNanos(System.nanoTime() - setAt));
    }
}
