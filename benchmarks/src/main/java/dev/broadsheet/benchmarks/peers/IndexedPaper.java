package dev.broadsheet.benchmarks.peers;

import org.jspecify.annotations.Nullable;

/**
 * A paper as every peer is given it.
 *
 * @param words the text that it is found by
 * @param vector of length one, or null while the paper is not embedded
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record IndexedPaper(long number, String title, String abstractText, String words, float @Nullable [] vector) {
    /** Numbers in a vector. */
    static final int DIMENSIONS = 384;
}
