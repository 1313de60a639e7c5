package dev.broadsheet.ops;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.broadsheet.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Jobs that run again and again while a server runs. When each runs next is kept in the database:
 * it survives restarts, and of several servers on one database only one runs a job. A job whose
 * server died is taken up by another, or by the next, within about a minute. Thread-safe.
 */
public final class Schedule implements AutoCloseable {
    /** A server that gave no sign of life for six of these is dead. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofSeconds(5);

    /** A job that is asked to stop may finish the transaction it is in. */
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final Scheduler scheduler;
    private final AtomicBoolean stopping;

    private Schedule(Scheduler scheduler, AtomicBoolean stopping) {
        this.scheduler = scheduler;
        this.stopping = stopping;
    }

    /**
     * A job.
     *
     * @param name never changed: the database knows it by that
     * @param pause between the end of one run and the start of the next; the first starts at once
     * @param work is given what to ask from time to time: whether it must end soon. What it throws is
     *     logged, and it runs again after the pause
     */
    public record Job(String name, Duration pause, Consumer<BooleanSupplier> work) {}

    /** Starts running the jobs, each on a thread of its own. */
    public static Schedule start(Database database, List<Job> jobs) {
        return start(database, jobs, LOOK, SIGN_OF_LIFE);
    }

    static Schedule start(Database database, List<Job> jobs, Duration look, Duration signOfLife) {
        AtomicBoolean stopping = new AtomicBoolean();
        List<RecurringTask<Void>> tasks =
                jobs.stream().map(job -> task(job, stopping::get)).toList();
        SchedulerBuilder builder = Scheduler.create(database.jobs())
                .startTasks(tasks)
                .threads(Math.max(1, jobs.size()))
                .schedulerName(new SchedulerName.Fixed("broadsheet-" + UUID.randomUUID()))
                .pollingInterval(look)
                .heartbeatInterval(signOfLife)
                .alwaysPersistTimestampInUTC()
                .failureLogging(LogLevel.WARN, true)
                .shutdownMaxWait(STOPPING);
        if (database.isSqlite()) {
            builder.jdbcCustomization(new SqliteJdbcCustomization());
        }
        Scheduler scheduler = builder.build();
        scheduler.start();
        return new Schedule(scheduler, stopping);
    }

    private static RecurringTask<Void> task(Job job, BooleanSupplier stopping) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
                .execute((instance, context) -> job.work().accept(stopping));
    }

    /** Asks running jobs to end and waits for them, twenty seconds at most. */
    @Override
    public void close() {
        stopping.set(true);
        scheduler.stop();
    }
}
