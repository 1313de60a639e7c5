package dev.broadsheet.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.broadsheet.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a running server. When each runs next is kept in the database: it survives restarts,
 * and of several servers on one database only one runs a job. A job whose server died is taken up by
 * another, or by the next, within about a minute. Thread-safe.
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
     * Starts running the jobs, each on a thread of its own.
     *
     * @param clock what the jobs' times are told by; those of all servers on one database should agree
     */
    public static Schedule start(Database database, List<Job> jobs, InstantSource clock) {
        return start(database, jobs, clock, LOOK, SIGN_OF_LIFE);
    }

    static Schedule start(Database database, List<Job> jobs, InstantSource clock, Duration look, Duration signOfLife) {
        AtomicBoolean stopping = new AtomicBoolean();
        List<JobTask> tasks =
                jobs.stream().map(job -> new JobTask(job, clock, stopping::get)).toList();
        SchedulerBuilder builder = Scheduler.create(database.jobs())
                .startTasks(tasks)
                .clock(clock::instant)
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

    /** When the job is due next, or has been since; null if there is no such job. */
    @Nullable Instant due(String job) {
        return scheduler
                .getScheduledExecution(TaskInstanceId.of(job, RecurringTask.INSTANCE))
                .map(ScheduledExecution::getExecutionTime)
                .orElse(null);
    }

    /** Asks running jobs to end and waits for them, twenty seconds at most. */
    @Override
    public void close() {
        stopping.set(true);
        scheduler.stop();
    }
}
