package dev.broadsheet.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void storingKeepsTheDirectionAndTheLength() {
        Random random = new Random(1);
        float[] vector = new float[384];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        float[] normalised = Vectors.normalised(vector);

        byte[] stored = Vectors.toBytes(normalised);
        float[] restored = Vectors.fromBytes(stored);

        assertThat(stored).hasSize(768);
        assertThat(Vectors.similarity(restored, restored)).isCloseTo(1, within(1e-6));
        assertThat(Vectors.similarity(normalised, restored)).isGreaterThan(0.999999);
    }

    @Test
    void theStoredFormIsLittleEndian() {
        assertThat(Vectors.toBytes(new float[] {1})).containsExactly(0x00, 0x3c);
    }

    @Test
    void theNullVectorStaysAsItIs() {
        assertThat(Vectors.normalised(new float[2])).containsExactly(0, 0);
    }
}
