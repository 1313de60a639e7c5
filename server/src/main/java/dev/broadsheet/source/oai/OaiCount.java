package dev.broadsheet.source.oai;

import java.util.Locale;

/** What a reading of a listing counted. One thread counts, any may ask. */
final class OaiCount {
    /** No set of one repository has more; every one that counts says so before. */
    static final long MOST = 5_000_000;

    private volatile long delivered;
    private volatile long total = -1;
    private volatile int unplaced;

    /** As it was where an earlier reading stopped. */
    void goOn(OaiCursor from) {
        delivered = from.delivered();
        total = from.page().total();
        unplaced = from.page().unplaced();
    }

    /** From the beginning. */
    void reset() {
        delivered = 0;
        total = -1;
        unplaced = 0;
    }

    // One thread counts, so that nothing is lost between reading and writing the field.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void add() {
        delivered++;
    }

    /** A record came of which nobody can tell the day. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void addUnplaced() {
        unplaced++;
    }

    /** The repository says how many records the list has. */
    void said(long number) {
        total = number;
    }

    /** How many different records came. */
    long delivered() {
        return delivered;
    }

    /** How many records the repository says there are, -1 where it does not. */
    long total() {
        return total;
    }

    /** Of how many records nobody can tell the day. */
    int unplaced() {
        return unplaced;
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
