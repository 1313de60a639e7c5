package dev.broadsheet.search.vector;

/**
 * A model that turns texts into vectors of length one, whose inner product tells how near two texts
 * are in meaning. Thread-safe. Any text is allowed; a model cuts what is too long for it.
 */
public interface TextEmbedder extends AutoCloseable {

    /** The model's lasting name; another name means other vectors. */
    String model();

    /** How many numbers a vector has. */
    int dimensions();

    /**
     * Makes ready what the vectors are computed with, where that is not done yet: what fails here is
     * no fault of a text.
     *
     * @throws RuntimeException if no text at all can be embedded now
     */
    default void prepare() {
        // For models that need nothing.
    }

    /** The vector of a text that is to be found. */
    float[] passage(String text);

    /** The vector of a text that is searched for. */
    float[] query(String text);

    /** Gives back what it was loaded with. */
    @Override
    default void close() {
        // For models that hold nothing.
    }
}
