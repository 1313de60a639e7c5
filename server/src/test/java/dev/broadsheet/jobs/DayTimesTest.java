package dev.broadsheet.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** From Monday to Friday. */
    private static final DayTimes WORKDAYS_AT_EIGHT =
            new DayTimes(new Timing.At(LocalTime.of(8, 0), BERLIN, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));

    private static final DayTimes LATE_IN_THE_EVENING =
            new DayTimes((Timing.At) Timing.at(LocalTime.of(23, 59), BERLIN));

    @Test
    void afterFridayComesMonday() {
        assertThat(next(WORKDAYS_AT_EIGHT, "2026-11-27T06:59:59Z")).isEqualTo("2026-11-27T07:00:00Z");
        assertThat(next(WORKDAYS_AT_EIGHT, "2026-11-27T07:00:00Z")).isEqualTo("2026-11-30T07:00:00Z");
    }

    @Test
    void itsDayIsThatOfItsZone() {
        DayTimes times = new DayTimes(
                new Timing.At(LocalTime.of(8, 0), ZoneId.of("Pacific/Auckland"), Set.of(DayOfWeek.MONDAY)));
        assertThat(next(times, "2026-11-28T00:00:00Z")).isEqualTo("2026-11-29T19:00:00Z");
    }

    @Test
    void theHourStaysWhenTheClocksChange() {
        assertThat(next(WORKDAYS_AT_EIGHT, "2026-03-27T12:00:00Z")).isEqualTo("2026-03-30T06:00:00Z");
        assertThat(next(WORKDAYS_AT_EIGHT, "2026-10-23T12:00:00Z")).isEqualTo("2026-10-26T07:00:00Z");
    }

    @Test
    void aRunIsNotDueAgainWhereTheServersClockWasPutBackDuringIt() {
        Instant due = Instant.parse("2026-11-27T07:00:00Z");
        Execution run = new Execution(due, new TaskInstance<>("job", "recurring"));
        ExecutionComplete done = ExecutionComplete.success(run, due, due.minusSeconds(2));
        assertThat(WORKDAYS_AT_EIGHT.getNextExecutionTime(done)).isEqualTo("2026-11-30T07:00:00Z");
    }

    @Test
    void aRunIsWantedOnItsDay() {
        assertThat(wanted(WORKDAYS_AT_EIGHT, "2026-11-26T07:00:00Z", "2026-11-26T22:59:00Z"))
                .isTrue();
        assertThat(wanted(WORKDAYS_AT_EIGHT, "2026-11-26T07:00:00Z", "2026-11-26T23:00:00Z"))
                .isFalse();
        assertThat(wanted(WORKDAYS_AT_EIGHT, "2026-11-26T07:00:00Z", "2026-11-27T07:00:00Z"))
                .as("the next day's run is due as well")
                .isTrue();
        assertThat(wanted(WORKDAYS_AT_EIGHT, "2026-11-26T07:00:00Z", "2026-11-28T12:00:00Z"))
                .as("on a Saturday there is none")
                .isFalse();
    }

    @Test
    void aRunAtTheEndOfTheDayMayBeAnHourLate() {
        assertThat(wanted(LATE_IN_THE_EVENING, "2026-11-26T22:59:00Z", "2026-11-26T23:01:00Z"))
                .isTrue();
        assertThat(wanted(LATE_IN_THE_EVENING, "2026-11-26T22:59:00Z", "2026-11-26T23:59:00Z"))
                .isFalse();
    }

    @Test
    void aJobRunsOnOneDayAWeekAtLeast() {
        assertThatThrownBy(() -> new Timing.At(LocalTime.NOON, BERLIN, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant next(DayTimes times, String after) {
        return times.next(Instant.parse(after));
    }

    private static boolean wanted(DayTimes times, String due, String now) {
        return times.isWanted(Instant.parse(due), Instant.parse(now));
    }
}
