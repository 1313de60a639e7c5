package dev.broadsheet.source.oai;

/** Names that came before, by a hash of 64 bits: two of a million names share one about once in 37 million times. */
final class NameHashes {
    private static final int FIRST_SIZE = 1 << 12;

    private long[] table = new long[FIRST_SIZE];
    private int size;

    /** Adds a name by its {@link #hash}; says whether it is new. */
    boolean add(long hash) {
        if (!insert(table, hash)) {
            return false;
        }
        size++;
        if (size * 2 > table.length) {
            long[] larger = new long[table.length * 2];
            for (long old : table) {
                if (old != 0) {
                    insert(larger, old);
                }
            }
            table = larger;
        }
        return true;
    }

    /** Never 0. */
    static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        // The lower bits choose the place, and in FNV they depend on the lower bits alone.
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    private static boolean insert(long[] table, long hash) {
        int at = (int) hash & (table.length - 1);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = (at + 1) & (table.length - 1);
        }
        table[at] = hash;
        return true;
    }
}
