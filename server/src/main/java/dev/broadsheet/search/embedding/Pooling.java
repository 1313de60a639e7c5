package dev.broadsheet.search.embedding;

import java.nio.FloatBuffer;

/** How the vectors of a text's tokens become the one vector of the text. */
enum Pooling {
    /** The vector of the mark at the beginning ({@code [CLS]}). */
    FIRST_TOKEN {
        @Override
        float[] pool(FloatBuffer tokenVectors, int dimensions) {
            float[] vector = new float[dimensions];
            tokenVectors.get(0, vector);
            return unitLength(vector);
        }
    },

    /** The mean over all tokens; texts are never padded, so no token is to be left out. */
    MEAN {
        @Override
        float[] pool(FloatBuffer tokenVectors, int dimensions) {
            float[] sum = new float[dimensions];
            float[] token = new float[dimensions];
            for (int start = 0; start < tokenVectors.limit(); start += dimensions) {
                tokenVectors.get(start, token);
                for (int i = 0; i < dimensions; i++) {
                    sum[i] += token[i];
                }
            }
            // The mean has the direction of the sum, and only the direction is kept.
            return unitLength(sum);
        }
    };

    /**
     * Pools one text.
     *
     * @param tokenVectors the tokens' vectors one after the other, at least one
     * @return a new vector of Euclidean length 1
     */
    abstract float[] pool(FloatBuffer tokenVectors, int dimensions);

    /** Divides by the Euclidean length, in place; a vector of zeros is left as it is. */
    static float[] unitLength(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (squares > 0) {
            double length = Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
        return vector;
    }
}
