package dev.broadsheet.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateTest {
    private final AtomicLong now = new AtomicLong();
    private final Rate rate = new Rate(now::get);

    @Test
    void nothingDoneIsNoRate() {
        assertThat(rate.perSecond()).isZero();
    }

    @Test
    void atTheBeginningTheTimeSinceTheBeginningCounts() {
        pass(2);
        rate.add(16, 0);

        assertThat(rate.perSecond()).isCloseTo(8, within(1e-9));
    }

    @Test
    void onlyTheLastMinuteCounts() {
        rate.add(1_000, 0);
        for (int second = 0; second < 120; second++) {
            long started = now.get();
            pass(1);
            rate.add(5, started);
        }

        assertThat(rate.perSecond()).isCloseTo(5, within(0.2));
        pass(61);
        assertThat(rate.perSecond()).isZero();
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
