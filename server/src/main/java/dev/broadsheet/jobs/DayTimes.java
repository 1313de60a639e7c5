package dev.broadsheet.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The moments of a time of day. db-scheduler's own {@code Daily} knows no days of the week, moves a
 * time that the clocks skip by as much as they skip, and runs twice where the server's clock is put
 * back a little during a run.
 */
record DayTimes(Timing.At at) implements Schedule {
    /** So late a run may be that was due at the end of its day. */
    private static final Duration LATE = Duration.ofHours(1);

    @Override
    public Instant getNextExecutionTime(ExecutionComplete run) {
        Instant due = run.getExecution().executionTime;
        return next(due.isAfter(run.getTimeDone()) ? due : run.getTimeDone());
    }

    /** After a restart with another time in the settings, db-scheduler asks for the new time. */
    @Override
    public boolean isDeterministic() {
        return true;
    }

    /** The first moment after that one. */
    Instant next(Instant after) {
        LocalDate day = LocalDate.ofInstant(after, at.zone());
        while (!at.days().contains(day.getDayOfWeek()) || !moment(day).isAfter(after)) {
            day = day.plusDays(1);
        }
        return moment(day);
    }

    /** Whether a run that was due then is still wanted now, or one that has been due since. */
    boolean isWanted(Instant due, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, at.zone());
        boolean dueToday =
                at.days().contains(today.getDayOfWeek()) && !moment(today).isAfter(now);
        return dueToday || due.plus(LATE).isAfter(now);
    }

    private Instant moment(LocalDate day) {
        LocalDateTime time = day.atTime(at.time());
        ZoneOffsetTransition change = at.zone().getRules().getTransition(time);
        // Of the two moments of a time that comes twice, this is the first.
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(at.zone()).toInstant();
    }
}
