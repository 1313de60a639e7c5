package dev.broadsheet.source.paged;

import dev.broadsheet.source.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Hands out what stands on one page before the next is asked for. Counts records. */
final class PageReading implements Source.Reading {
    private final Pages pages;
    private final Queue<Source.Item> ready = new ArrayDeque<>();
    private @Nullable IOException problem;
    private boolean ended;
    private volatile long done;

    PageReading(Pages pages) {
        this.pages = pages;
    }

    // One thread reads, so that nothing is lost between reading and writing the field.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    @Override
    public Source.@Nullable Item next() throws IOException {
        while (ready.isEmpty() && !ended && problem == null) {
            List<Source.Item> items = new ArrayList<>();
            try {
                ended = !pages.next(items);
            } catch (IOException e) {
                problem = e;
            }
            ready.addAll(items);
        }
        Source.Item item = ready.poll();
        if (item == null && problem != null) {
            throw problem;
        }
        if (item instanceof Source.Received || item instanceof Source.Rejected) {
            done++;
        }
        return item;
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public long total() {
        return pages.total();
    }

    @Override
    public void close() {
        // pages are read whole
    }
}
