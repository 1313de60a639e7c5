package dev.broadsheet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Reading an index in the middle of a search, which has no use for a checked exception. */
final class IndexReading {
    private IndexReading() {}

    /** @throws UncheckedIOException if the index cannot be read */
    static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }
}
