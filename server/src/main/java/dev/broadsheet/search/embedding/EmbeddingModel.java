package dev.broadsheet.search.embedding;

/**
 * The models that are shipped. Vectors of different models cannot be compared with each other.
 *
 * <p>Immutable, as every enum.
 */
public enum EmbeddingModel {
    /**
     * BAAI's bge-small-en-v1.5: 33 million parameters, trained with an instruction before queries (see
     * its model card) and with the vector of the first token as that of the text.
     */
    BGE_SMALL(
            "bge-small-en-v1.5-q",
            Pooling.FIRST_TOKEN,
            512,
            "Represent this sentence for searching relevant passages: "),

    /**
     * all-MiniLM-L6-v2 of the sentence-transformers: 22 million parameters, the mean of all tokens'
     * vectors, trained on at most 256 tokens.
     */
    MINI_LM("all-minilm-l6-v2-q", Pooling.MEAN, 256, "");

    private final String key;
    private final Pooling pooling;
    private final int longestInput;
    private final String queryPrefix;

    EmbeddingModel(String key, Pooling pooling, int longestInput, String queryPrefix) {
        this.key = key;
        this.pooling = pooling;
        this.longestInput = longestInput;
        this.queryPrefix = queryPrefix;
    }

    /** The name under which vectors of this model are stored; it never changes. */
    public String key() {
        return key;
    }

    /** How many numbers a vector of this model has. */
    public int dimensions() {
        return 384;
    }

    /**
     * How many tokens of a text the model reads, its two marks of beginning and end included; the rest
     * of the text has no part in the vector.
     */
    public int longestInput() {
        return longestInput;
    }

    Pooling pooling() {
        return pooling;
    }

    String queryPrefix() {
        return queryPrefix;
    }

    String weightsResource() {
        return key + ".onnx";
    }

    String tokenizerResource() {
        return key + "-tokenizer.json";
    }
}
