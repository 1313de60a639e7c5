package dev.broadsheet.search.nearest;

/**
 * The products of a quantised query with many vectors of two bits a number, which lie side by side:
 * word {@code w} of vector {@code v} is {@code codes[(v / LANES * BITS * words + w) * LANES + v % LANES]};
 * the first {@code words} hold the lower bits, those after them the higher ones.
 * Implementations hold no state.
 */
interface BitProducts {
    /** How many vectors lie side by side. */
    int LANES = 16;

    /** Bits of a number of a vector. */
    int BITS = 2;

    /** Bits of a number of the query. */
    int PLANES = 4;

    /**
     * Computes the inner product of the query with each of {@code count} vectors.
     *
     * @param words how many words one bit of all of a vector's numbers takes
     * @param planes the query: bit {@code p} of its numbers, as a vector's bits lie, from {@code p * words} on
     * @param first the first vector, a multiple of {@link #LANES}
     * @param count a multiple of {@link #LANES}
     * @param products where the products go, from the start
     */
    void multiply(int[] codes, int words, int[] planes, int first, int count, int[] products);

    /** The fastest that this Java has: the launcher adds the module of vector arithmetic, which is incubating. */
    static BitProducts fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? new WideBitProducts()
                : new PlainBitProducts();
    }
}
