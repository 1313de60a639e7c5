package dev.broadsheet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final List<String> QUERIES =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    @Test
    void eachQueryIsAskedOnceHoweverManyClientsThereAre() throws InterruptedException {
        Queue<String> asked = new ConcurrentLinkedQueue<>();

        Load.Times times = Load.run(QUERIES, 8, Duration.ofHours(1), asked::add);

        assertThat(asked).containsExactlyInAnyOrderElementsOf(QUERIES);
        assertThat(times.sortedMillis()).hasSize(100).isSorted();
    }

    @Test
    void withoutPatienceNothingIsAsked() throws InterruptedException {
        Queue<String> asked = new ConcurrentLinkedQueue<>();

        Load.Times times = Load.run(QUERIES, 2, Duration.ZERO, asked::add);

        assertThat(asked).isEmpty();
        assertThat(times.sortedMillis()).isEmpty();
        assertThat(times.median()).isZero();
    }

    @Test
    void aQueryThatFailsEndsTheLoadAndIsTold() {
        assertThatThrownBy(() -> Load.run(QUERIES, 4, Duration.ofHours(1), query -> {
                    if (query.equals("7")) {
                        throw new IOException("the seventh");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("the seventh");
    }
}
