package dev.broadsheet.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.testing.MovableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

    @ParameterizedTest
    @CsvSource({
        "2026-08-20T21:59:59Z, 0, 2026-08-20",
        "2026-08-20T22:00:00Z, 0, 2026-08-21",
        "2026-08-21T03:59:59Z, 6, 2026-08-20",
        "2026-08-21T04:00:00Z, 6, 2026-08-21",
        "2026-12-21T04:59:59Z, 6, 2026-12-20",
        "2026-12-21T05:00:00Z, 6, 2026-12-21",
    })
    void aDayBeginsAtItsHourInItsZone(String moment, int rollover, LocalDate day) {
        MovableClock clock = new MovableClock(moment);
        // The clock goes on by itself.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        assertThat(new Rhythm(BERLIN, rollover, EVERY_DAY).today(now)).isEqualTo(day);
    }

    /** On 29 March 2026 clocks go from 2 to 3, on 25 October from 3 back to 2. */
    @ParameterizedTest
    @CsvSource({
        "2, 2026-03-29T00:59:59Z, 2026-03-28",
        "2, 2026-03-29T01:00:00Z, 2026-03-29",
        "3, 2026-03-29T01:00:00Z, 2026-03-29",
        "2, 2026-10-24T23:59:59Z, 2026-10-24",
        "2, 2026-10-25T00:00:00Z, 2026-10-25",
        "2, 2026-10-25T01:00:00Z, 2026-10-25",
        "3, 2026-10-25T01:59:59Z, 2026-10-24",
        "3, 2026-10-25T02:00:00Z, 2026-10-25",
    })
    void aDayBeginsOnceWhereClocksChange(int rollover, Instant moment, LocalDate day) {
        assertThat(new Rhythm(BERLIN, rollover, EVERY_DAY).today(moment)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "America/Havana", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "UTC"})
    void noDayComesTwiceAndNoneBeforeAnother(String zone) {
        for (int rollover = 0; rollover < 24; rollover++) {
            Rhythm rhythm = new Rhythm(ZoneId.of(zone), rollover, EVERY_DAY);
            Instant moment = Instant.parse("2026-01-01T00:00:00Z");
            LocalDate last = rhythm.today(moment);
            for (int i = 0; i < 2 * 24 * 366; i++) {
                moment = moment.plus(Duration.ofMinutes(30));
                LocalDate day = rhythm.today(moment);
                assertThat(day).as("%s at %s", zone, moment).isBetween(last, last.plusDays(1));
                last = day;
            }
        }
    }

    @Test
    void whatIsSubmittedOnAFreeDayComesOnTheNextList() {
        Rhythm rhythm = Rhythm.workingDays(ZoneOffset.UTC);
        assertThat(rhythm.current(Instant.parse("2026-08-21T12:00:00Z"))).isEqualTo("2026-08-21");
        assertThat(rhythm.current(Instant.parse("2026-08-22T12:00:00Z"))).isEqualTo("2026-08-24");
        assertThat(rhythm.current(Instant.parse("2026-08-23T12:00:00Z"))).isEqualTo("2026-08-24");
        Rhythm fridays = new Rhythm(ZoneOffset.UTC, 0, Set.of(DayOfWeek.FRIDAY));
        assertThat(fridays.current(Instant.parse("2026-08-22T12:00:00Z"))).isEqualTo("2026-08-28");
        assertThat(fridays.newsFrom(LocalDate.parse("2026-08-28"))).isEqualTo("2026-08-22");
    }
}
