package dev.broadsheet.source.documents;

import dev.broadsheet.source.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Hands out what stands in one document before the next is asked for. Counts records. */
public final class DocumentReading implements Source.Reading {
    private final Documents documents;
    private final Queue<Source.Item> ready = new ArrayDeque<>();
    private @Nullable IOException problem;
    private boolean ended;
    private volatile long done;

    public DocumentReading(Documents documents) {
        this.documents = documents;
    }

    // One thread reads, so that nothing is lost between reading and writing the field.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    @Override
    public Source.@Nullable Item next() throws IOException {
        while (ready.isEmpty() && !ended && problem == null) {
            List<Source.Item> items = new ArrayList<>();
            try {
                ended = !documents.next(items);
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
        return -1;
    }

    @Override
    public void close() {
        // documents are read whole
    }
}
