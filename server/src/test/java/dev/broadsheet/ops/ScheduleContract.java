package dev.broadsheet.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.ops.Schedule.Job;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a schedule promises, on whichever database. */
abstract class ScheduleContract {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration NEVER_AGAIN = Duration.ofDays(1);

    abstract Database open();

    @Test
    void aJobRunsAtOnceAndThenAgainAndAgain() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        try (Database database = open();
                Schedule schedule = start(database, Duration.ofMillis(50), stop -> runs.countDown())) {
            assertThat(schedule).isNotNull();
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aJobThatThrowsRunsAgain() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(2);
        try (Database database = open();
                Schedule schedule = start(database, Duration.ofMillis(50), stop -> {
                    runs.countDown();
                    throw new IllegalStateException("a fault that the test wants");
                })) {
            assertThat(schedule).isNotNull();
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ofTwoServersOneRunsTheJob() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicBoolean together = new AtomicBoolean();
        CountDownLatch runs = new CountDownLatch(6);
        Consumer<BooleanSupplier> work = stop -> {
            if (running.incrementAndGet() > 1) {
                together.set(true);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.decrementAndGet();
            runs.countDown();
        };
        try (Database database = open();
                Schedule one = start(database, Duration.ofMillis(10), work);
                Schedule other = start(database, Duration.ofMillis(10), work)) {
            assertThat(one).isNotSameAs(other);
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(together).isFalse();
    }

    @Test
    void aRestartRunsNoJobBeforeItsTime() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger second = new AtomicInteger();
        CountDownLatch other = new CountDownLatch(1);
        try (Database database = open()) {
            try (Schedule schedule = start(database, NEVER_AGAIN, stop -> first.countDown())) {
                assertThat(schedule).isNotNull();
                assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
            }
            Job again = new Job("job", NEVER_AGAIN, stop -> second.incrementAndGet());
            Job fresh = new Job("another job", NEVER_AGAIN, stop -> other.countDown());
            try (Schedule schedule = Schedule.start(database, List.of(again, fresh), LOOK, Duration.ofSeconds(1))) {
                assertThat(schedule).isNotNull();
                assertThat(other.await(60, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(second).hasValue(0);
    }

    @Test
    void closingAsksARunningJobToEnd() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (Database database = open();
                Schedule schedule = start(database, NEVER_AGAIN, stop -> {
                    started.countDown();
                    while (!stop.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    ended.countDown();
                })) {
            assertThat(schedule).isNotNull();
            assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ended.getCount()).isZero();
    }

    private static Schedule start(Database database, Duration pause, Consumer<BooleanSupplier> work) {
        return Schedule.start(database, List.of(new Job("job", pause, work)), LOOK, Duration.ofSeconds(1));
    }
}
