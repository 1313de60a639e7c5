package dev.broadsheet.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.database.Database;
import dev.broadsheet.testing.MovableClock;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a schedule promises. */
@OnBothDatabases
class ScheduleTest {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Timing NEVER_AGAIN = Timing.every(Duration.ofDays(1));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Timing AT_EIGHT = Timing.at(LocalTime.of(8, 0), BERLIN);
    private static final Timing AT_HALF_PAST_TWO = Timing.at(LocalTime.of(2, 30), BERLIN);

    @RegisterExtension
    final TestDatabase databases;

    private final MovableClock clock = new MovableClock("2026-11-18T12:00:00Z");
    private final AtomicInteger runs = new AtomicInteger();
    private final Consumer<BooleanSupplier> count = stop -> runs.incrementAndGet();

    ScheduleTest(TestDatabase databases) {
        this.databases = databases;
    }

    @Test
    void aJobRunsAtOnceAndThenAgainAndAgain() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        try (Database database = databases.connect();
                Schedule schedule = start(database, Timing.every(Duration.ofMillis(50)), stop -> runs.countDown())) {
            assertThat(schedule).isNotNull();
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aJobThatThrowsRunsAgain() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(2);
        try (Database database = databases.connect();
                Schedule schedule = start(database, Timing.every(Duration.ofMillis(50)), stop -> {
                    runs.countDown();
                    throw new IllegalStateException("a fault that the test wants");
                })) {
            assertThat(schedule).isNotNull();
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void howAJobStandsCanBeAsked() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(2);
        Consumer<BooleanSupplier> work = stop -> {
            runs.countDown();
            throw new IllegalStateException("a fault that the test wants");
        };
        try (Database database = databases.connect();
                Schedule schedule = start(database, Timing.every(Duration.ofMillis(50)), work)) {
            assertThat(schedule).isNotNull();
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();

            JobState state = JobState.all(database).getFirst();

            assertThat(state.failures()).isPositive();
            assertThat(state.failed()).isAfter("2026-11-18T11:59:00Z").isBefore("2026-11-18T12:05:00Z");
            assertThat(state.succeeded()).isNull();
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
        try (Database database = databases.connect();
                Schedule one = start(database, Timing.every(Duration.ofMillis(10)), work);
                Schedule other = start(database, Timing.every(Duration.ofMillis(10)), work)) {
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
        try (Database database = databases.connect()) {
            try (Schedule schedule = start(database, NEVER_AGAIN, stop -> first.countDown())) {
                assertThat(schedule).isNotNull();
                assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
            }
            Job again = new Job("job", NEVER_AGAIN, stop -> second.incrementAndGet());
            Job fresh = new Job("another job", NEVER_AGAIN, stop -> other.countDown());
            try (Schedule schedule = start(database, again, fresh)) {
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
        try (Database database = databases.connect();
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

    @Test
    void aNewJobWithATimeOfDayWaitsForIt() throws InterruptedException {
        try (Database database = databases.connect();
                Schedule schedule = start(database, AT_EIGHT, count)) {
            awaitDue(schedule, "2026-11-19T07:00:00Z");
            assertThat(runs).hasValue(0);
            clock.set("2026-11-19T07:00:00Z");
            awaitDue(schedule, "2026-11-20T07:00:00Z");
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void aTimeThatTheClocksSkipIsTheMomentAtWhichTheyDo() throws InterruptedException {
        clock.set("2026-03-28T12:00:00Z");
        try (Database database = databases.connect();
                Schedule schedule = start(database, AT_HALF_PAST_TWO, count)) {
            awaitDue(schedule, "2026-03-29T01:00:00Z");
            clock.set("2026-03-29T01:00:00Z");
            awaitDue(schedule, "2026-03-30T00:30:00Z");
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void atATimeThatComesTwiceTheJobRunsOnce() throws InterruptedException {
        clock.set("2026-10-24T12:00:00Z");
        try (Database database = databases.connect();
                Schedule schedule = start(database, AT_HALF_PAST_TWO, count)) {
            awaitDue(schedule, "2026-10-25T00:30:00Z");
            clock.set("2026-10-25T00:30:00Z");
            awaitDue(schedule, "2026-10-26T01:30:00Z");
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void ofTwoServersOneRunsTheJobOfEachDay() throws InterruptedException {
        try (Database database = databases.connect();
                Schedule one = start(database, AT_EIGHT, count);
                Schedule other = start(database, AT_EIGHT, count)) {
            for (int day = 19; day < 25; day++) {
                awaitDue(one, "2026-11-%dT07:00:00Z".formatted(day));
                clock.set("2026-11-%dT07:00:01Z".formatted(day));
            }
            awaitDue(other, "2026-11-25T07:00:00Z");
        }
        assertThat(runs).hasValue(6);
    }

    @Test
    void whatNoServerWasThereForRunsLaterTheSameDayButNotDaysLater() throws InterruptedException {
        try (Database database = databases.connect()) {
            start(database, AT_EIGHT, count).close();
            clock.set("2026-11-19T20:00:00Z");
            try (Schedule schedule = start(database, AT_EIGHT, count)) {
                awaitDue(schedule, "2026-11-20T07:00:00Z");
                assertThat(runs).hasValue(1);
            }
            clock.set("2026-11-24T05:00:00Z");
            try (Schedule schedule = start(database, AT_EIGHT, count)) {
                awaitDue(schedule, "2026-11-24T07:00:00Z");
                assertThat(runs).hasValue(1);
            }
            clock.set("2026-11-28T10:00:00Z");
            try (Schedule schedule = start(database, AT_EIGHT, count)) {
                awaitDue(schedule, "2026-11-29T07:00:00Z");
                assertThat(runs).hasValue(2);
            }
        }
    }

    @Test
    void aRunThatIsCutShortIsDoneAgainAtTheNextStart() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try (Database database = databases.connect()) {
            try (Schedule schedule = start(database, AT_EIGHT, stop -> {
                started.countDown();
                while (!stop.getAsBoolean()) {
                    Thread.onSpinWait();
                }
            })) {
                awaitDue(schedule, "2026-11-19T07:00:00Z");
                clock.set("2026-11-19T07:00:00Z");
                assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
            }
            try (Schedule schedule = start(database, AT_EIGHT, count)) {
                awaitDue(schedule, "2026-11-20T07:00:00Z");
                assertThat(runs).hasValue(1);
            }
        }
    }

    @Test
    void aRunWhoseServerDiedIsDoneAgainTheSameDayButNotDaysLater() throws InterruptedException {
        try (Database database = databases.connect()) {
            start(database, AT_EIGHT, count).close();
            diesDuringRun(database);
            clock.set("2026-11-19T07:30:00Z");
            try (Schedule schedule = start(database, AT_EIGHT, count)) {
                awaitDue(schedule, "2026-11-20T07:00:00Z");
                assertThat(runs).hasValue(1);
            }
            diesDuringRun(database);
            clock.set("2026-11-23T05:00:00Z");
            try (Schedule schedule = start(database, AT_EIGHT, count)) {
                awaitDue(schedule, "2026-11-23T07:00:00Z");
                assertThat(runs).hasValue(1);
            }
        }
    }

    private static void diesDuringRun(Database database) {
        JdbcClient.create(database.jobs())
                .sql(
                        "update scheduled_tasks set picked = true, picked_by = 'the dead', last_heartbeat = execution_time")
                .update();
    }

    private Schedule start(Database database, Timing timing, Consumer<BooleanSupplier> work) {
        return start(database, new Job("job", timing, work));
    }

    private Schedule start(Database database, Job... jobs) {
        return Schedule.start(database, List.of(jobs), clock, LOOK, Duration.ofSeconds(1));
    }

    /** Waits until the job has no other run to do before that moment. */
    private static void awaitDue(Schedule schedule, String moment) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(60);
        while (!Instant.parse(moment).equals(schedule.due("job"))
                && Instant.now().isBefore(patience)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(schedule.due("job")).isEqualTo(moment);
    }
}
