package dev.broadsheet.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysTest {
    @Property
    void areWhatACalendarHasFromMondayToFriday(
            @ForAll @IntRange(min = -20_000, max = 40_000) int first, @ForAll @IntRange(max = 400) int days) {
        LocalDate from = LocalDate.ofEpochDay(first);
        LocalDate until = from.plusDays(days);

        long counted = Stream.iterate(from, day -> day.isBefore(until), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .count();
        assertThat(WorkingDays.before(until) - WorkingDays.before(from)).isEqualTo(counted);
    }
}
