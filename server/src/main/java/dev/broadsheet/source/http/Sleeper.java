package dev.broadsheet.source.http;

import java.time.Duration;

/** Lets time pass. Thread-safe. */
@FunctionalInterface
public interface Sleeper {
    /** Returns when this much time has passed. */
    void sleep(Duration duration) throws InterruptedException;
}
