package dev.broadsheet.ingest.harvest;

import dev.broadsheet.ingest.filing.PreparedRecord;
import dev.broadsheet.source.Announcement;
import dev.broadsheet.source.NotYetException;
import dev.broadsheet.source.Source;
import dev.broadsheet.source.Source.Announced;
import dev.broadsheet.source.Source.Counted;
import dev.broadsheet.source.Source.Item;
import dev.broadsheet.source.Source.Received;
import dev.broadsheet.source.Source.Rejected;
import dev.broadsheet.source.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads and parses on a thread of its own, a little ahead of the one that writes. */
public final class ChunkReader implements AutoCloseable {
    /** Few, because a transaction takes one chunk after another for as long as it may. */
    private static final int RECORDS = 100;

    /** So many characters of metadata at most wait in one chunk. */
    private static final long WEIGHT = 1L << 20;

    /** What a slow source has given is written at least so often. */
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    private static final int AHEAD = 30;

    private final Source.Reading reading;
    private final String harvest;
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(AHEAD);
    private final FutureTask<@Nullable Void> task;
    private final Thread thread;
    private volatile boolean closed;

    public ChunkReader(Source.Reading reading, String harvest) {
        this.reading = reading;
        this.harvest = harvest;
        Callable<@Nullable Void> work = () -> {
            readAll();
            return null;
        };
        this.task = new FutureTask<>(work);
        this.thread = Thread.ofPlatform().name("import-reader").daemon().start(task);
    }

    /** The next chunk; waits for it, unless the run is to stop, then null. */
    public @Nullable Chunk take(BooleanSupplier stop) throws InterruptedException {
        while (!stop.getAsBoolean()) {
            Chunk chunk = chunks.poll(100, TimeUnit.MILLISECONDS);
            if (chunk != null) {
                return chunk;
            }
            if (task.isDone() && chunks.isEmpty()) {
                throw failure();
            }
        }
        return null;
    }

    /** The next chunk if it is there already. */
    public @Nullable Chunk poll() {
        return chunks.poll();
    }

    @Override
    public void close() {
        closed = true;
        // Standard input cannot be interrupted; the thread is a daemon and reads to no one then.
        thread.interrupt();
    }

    private RuntimeException failure() throws InterruptedException {
        try {
            task.get();
            return new IllegalStateException("the source was read beyond its end");
        } catch (ExecutionException e) {
            return new FailedSourceException(e.getCause());
        }
    }

    private void readAll() throws IOException, InterruptedException {
        try (reading) {
            boolean last = false;
            while (!last && !closed) {
                Chunk chunk = read();
                last = chunk.last();
                chunks.put(chunk);
            }
        }
    }

    private Chunk read() {
        List<PreparedRecord> records = new ArrayList<>();
        List<Rejected> rejects = new ArrayList<>();
        List<Announcement> announcements = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        String cursor = null;
        long weight = 0;
        long start = System.nanoTime();
        while (records.size() + rejects.size() + announcements.size() < RECORDS
                && weight < WEIGHT
                && System.nanoTime() - start < PATIENCE) {
            Item item;
            try {
                item = reading.next();
            } catch (NotYetException e) {
                return new Chunk(records, rejects, announcements, tallies, cursor, reading.done(), true, false, null);
            } catch (IOException e) {
                return new Chunk(
                        records, rejects, announcements, tallies, cursor, reading.done(), true, false, problem(e));
            }
            if (item == null) {
                return new Chunk(records, rejects, announcements, tallies, cursor, reading.done(), true, true, null);
            }
            cursor = item.cursor();
            switch (item) {
                case Received received -> {
                    PreparedRecord prepared = PreparedRecord.of(received.record(), harvest);
                    weight += prepared.weight();
                    records.add(prepared);
                }
                case Rejected rejected -> rejects.add(rejected);
                case Announced announced -> announcements.add(announced.announcement());
                case Counted counted -> tallies.add(counted.tally());
            }
        }
        return new Chunk(records, rejects, announcements, tallies, cursor, reading.done(), false, false, null);
    }

    private static String problem(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
