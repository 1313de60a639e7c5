package dev.broadsheet.room;

import dev.broadsheet.jobs.Job;
import dev.broadsheet.site.Endpoints;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/**
 * What a room gives to the program: what it serves, what it does again and again, and what it tells whoever runs it.
 * The program's table of contents lists the rooms; nothing else has to know of a new one.
 *
 * <p>Endpoints, jobs and meters are asked for once, while a server starts; what they return is called by many threads.
 * The status is asked for again and again, by many threads.
 */
public interface Room extends AutoCloseable {
    /** Its pages and other addresses. */
    default List<Endpoints> endpoints() {
        return List.of();
    }

    /** What it does again and again while a server runs, on one server of several. */
    default List<Job> jobs() {
        return List.of();
    }

    /**
     * Begins what it does by itself in every server, beside its jobs. Called once, when a server has opened all rooms;
     * ended by {@link #close}.
     */
    default void start() {}

    /** What it says of itself on the status page and in {@code broadsheet status}, as it is at this moment. */
    default List<StatusLine> status() {
        return List.of();
    }

    /** What it counts and measures, for {@code /metrics}. */
    default List<MeterBinder> meters() {
        return List.of();
    }

    /** Called when the server has stopped answering and no job runs any more. */
    @Override
    default void close() {}
}
