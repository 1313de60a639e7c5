package dev.broadsheet.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as db-scheduler runs it. */
final class JobTask extends RecurringTask<Void> {
    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);

    private final Job job;
    private final InstantSource clock;
    private final BooleanSupplier stopping;

    JobTask(Job job, InstantSource clock, BooleanSupplier stopping) {
        super(job.name(), times(job.timing()), Void.class);
        this.job = job;
        this.clock = clock;
        this.stopping = stopping;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        Instant due = context.getExecution().executionTime;
        if (times(job.timing()) instanceof DayTimes day) {
            if (!day.isWanted(due, clock.instant())) {
                LOG.info("{}: the run that was due at {} is left out, because its day is over", job.name(), due);
            } else if (!ranToItsEnd()) {
                // It stays due: another server takes it up now, or this one when it is started again.
                return (run, operations) -> operations.reschedule(run, due);
            }
        } else {
            job.work().accept(stopping);
        }
        return new CompletionHandler.OnCompleteReschedule<>(times(job.timing()));
    }

    @Override
    public void executeRecurringly(TaskInstance<Void> instance, ExecutionContext context) {
        throw new UnsupportedOperationException("execute does all");
    }

    /** A run whose server died keeps the time at which it was due; whether it is still wanted hangs on that. */
    @Override
    public DeadExecutionHandler<Void> getDeadExecutionHandler() {
        return (run, operations) -> operations.reschedule(run, run.getExecution().executionTime);
    }

    private boolean ranToItsEnd() {
        AtomicBoolean told = new AtomicBoolean();
        job.work().accept(() -> {
            if (stopping.getAsBoolean()) {
                told.set(true);
            }
            return told.get();
        });
        return !told.get();
    }

    private static Schedule times(Timing timing) {
        return switch (timing) {
            case Timing.Every every -> FixedDelay.of(every.pause());
            case Timing.At at -> new DayTimes(at);
        };
    }
}
