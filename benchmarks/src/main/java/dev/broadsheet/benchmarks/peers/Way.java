package dev.broadsheet.benchmarks.peers;

/** A way of searching that a peer may have. */
enum Way {
    /** Papers that hold any of the words, by the peer's own ranking. */
    WORDS("words"),
    /** Only papers that hold all of the words. */
    ALL_WORDS("words, all of them"),
    /** By words and by meaning together, the embedding of the query included. */
    FULL("words and meaning"),
    /** The same with as many candidates of each kind as Broadsheet weighs. */
    FULL_DEEP("words and meaning, 1,000 candidates each");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
