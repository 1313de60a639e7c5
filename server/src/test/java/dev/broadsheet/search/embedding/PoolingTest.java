package dev.broadsheet.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class PoolingTest {
    private static final FloatBuffer TWO_TOKENS = FloatBuffer.wrap(new float[] {3, 4, 5, -4});

    @Test
    void theFirstTokenStandsForTheText() {
        assertThat(Pooling.FIRST_TOKEN.pool(TWO_TOKENS, 2)).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }

    @Test
    void theMeanIsTakenOverAllTokens() {
        assertThat(Pooling.MEAN.pool(TWO_TOKENS, 2)).containsExactly(new float[] {1, 0}, within(1e-6f));
    }

    @Test
    void zerosStayZeros() {
        assertThat(Pooling.MEAN.pool(FloatBuffer.allocate(4), 2)).containsExactly(0, 0);
    }
}
