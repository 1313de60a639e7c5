package dev.broadsheet.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArxivCalendarTest {
    private final ArxivCalendar calendar = new ArxivCalendar(Set.of());

    @Test
    void theLastMinuteBeforeTheCutOffIsAnnouncedADayEarlierThanTheNext() {
        // In summer 14:00 Eastern is 18:00 UTC. A Tuesday.
        assertThat(day("2026-08-18T17:59:59Z")).isEqualTo(LocalDate.parse("2026-08-19"));
        assertThat(day("2026-08-18T18:00:00Z")).isEqualTo(LocalDate.parse("2026-08-20"));
    }

    @Test
    void theCutOffMovesWithEasternTime() {
        // Clocks go back on 2026-11-01 and forward on 2026-03-08; Mondays follow.
        assertThat(day("2026-10-30T18:00:00Z")).isEqualTo(LocalDate.parse("2026-11-03"));
        assertThat(day("2026-11-02T18:59:59Z")).isEqualTo(LocalDate.parse("2026-11-03"));
        assertThat(day("2026-11-02T19:00:00Z")).isEqualTo(LocalDate.parse("2026-11-04"));
        assertThat(day("2026-03-06T18:59:59Z")).isEqualTo(LocalDate.parse("2026-03-09"));
        assertThat(day("2026-03-09T17:59:59Z")).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(day("2026-03-09T18:00:00Z")).isEqualTo(LocalDate.parse("2026-03-11"));
    }

    @Test
    void whatComesBeforeTheWeekendIsAnnouncedOnSundayAndTheRestOnMonday() {
        assertThat(day("2026-08-20T18:30:00Z")).isEqualTo(LocalDate.parse("2026-08-24"));
        assertThat(day("2026-08-21T17:00:00Z")).isEqualTo(LocalDate.parse("2026-08-24"));
        assertThat(day("2026-08-21T18:00:00Z")).isEqualTo(LocalDate.parse("2026-08-25"));
        assertThat(day("2026-08-23T23:00:00Z")).isEqualTo(LocalDate.parse("2026-08-25"));
        assertThat(day("2026-08-24T17:59:00Z")).isEqualTo(LocalDate.parse("2026-08-25"));
    }

    @Test
    void theCutOffWasTwoHoursLaterBefore2017() {
        assertThat(day("2016-08-16T19:59:00Z")).isEqualTo(LocalDate.parse("2016-08-17"));
        assertThat(day("2016-08-16T20:00:00Z")).isEqualTo(LocalDate.parse("2016-08-18"));
    }

    @Test
    void aHolidayTakesItsEveningAndItsCutOff() {
        // Thanksgiving, 2025-11-27, a Thursday.
        assertThat(calendar.quiet(LocalDate.parse("2025-11-28"))).contains("Thanksgiving");
        assertThat(calendar.quiet(LocalDate.parse("2025-11-27"))).isEmpty();
        assertThat(day("2025-11-26T19:00:00Z")).isEqualTo(LocalDate.parse("2025-12-01"));
        assertThat(day("2025-11-28T18:59:00Z")).isEqualTo(LocalDate.parse("2025-12-01"));
        assertThat(day("2025-11-28T19:00:00Z")).isEqualTo(LocalDate.parse("2025-12-02"));
    }

    @Test
    void aHolidayOnFridayTakesTheSundayEvening() {
        // Independence Day kept on Friday, 2026-07-03.
        assertThat(calendar.quiet(LocalDate.parse("2026-07-06"))).contains("Independence Day");
        assertThat(day("2026-07-02T18:00:00Z")).isEqualTo(LocalDate.parse("2026-07-07"));
    }

    @Test
    void weekendsAreQuietByName() {
        assertThat(calendar.quiet(LocalDate.parse("2026-08-22"))).contains("Saturday");
        assertThat(calendar.quiet(LocalDate.parse("2026-08-23"))).contains("Sunday");
        assertThat(calendar.quiet(LocalDate.parse("2026-08-24"))).isEmpty();
    }

    @Test
    void theTurnOfTheYearHasItsGaps() {
        // The evenings of 2026-12-25 (hence Sunday), -29 and -31 are free.
        assertThat(calendar.quiet(LocalDate.parse("2026-12-28"))).contains("winter break");
        assertThat(calendar.quiet(LocalDate.parse("2026-12-29"))).isEmpty();
        assertThat(calendar.quiet(LocalDate.parse("2026-12-30"))).contains("winter break");
        assertThat(calendar.quiet(LocalDate.parse("2026-12-31"))).isEmpty();
        assertThat(calendar.quiet(LocalDate.parse("2027-01-01"))).contains("winter break");
        assertThat(calendar.quiet(LocalDate.parse("2027-01-04"))).contains("New Year's Day");
        assertThat(day("2026-12-30T20:00:00Z")).isEqualTo(LocalDate.parse("2027-01-05"));
    }

    @Test
    void laterYearsFollowTheHolidaysByRule() {
        assertThat(ArxivHolidays.on(LocalDate.parse("2027-01-18"))).contains("Martin Luther King Jr. Day");
        assertThat(ArxivHolidays.on(LocalDate.parse("2027-06-18"))).contains("Juneteenth");
        assertThat(ArxivHolidays.on(LocalDate.parse("2027-07-05"))).contains("Independence Day");
        assertThat(ArxivHolidays.on(LocalDate.parse("2027-09-06"))).contains("Labor Day");
        assertThat(ArxivHolidays.on(LocalDate.parse("2027-11-25"))).contains("Thanksgiving");
        assertThat(ArxivHolidays.on(LocalDate.parse("2027-12-24"))).contains("Christmas");
        // New Year's Day of 2028 is a Saturday.
        assertThat(ArxivHolidays.on(LocalDate.parse("2027-12-31"))).contains("New Year's Day");
    }

    @Test
    void theSettingsMayNameFurtherHolidays() {
        ArxivCalendar own = new ArxivCalendar(Set.of(LocalDate.parse("2027-12-28")));
        assertThat(own.quiet(LocalDate.parse("2027-12-29"))).contains("holiday");
        assertThat(calendar.quiet(LocalDate.parse("2027-12-29"))).isEmpty();
    }

    @Test
    void aDayIsSettledThreeHoursAfterItsAnnouncement() {
        assertThat(calendar.settled(LocalDate.parse("2026-08-20"))).isEqualTo(Instant.parse("2026-08-20T03:00:00Z"));
        assertThat(calendar.settled(LocalDate.parse("2026-11-02"))).isEqualTo(Instant.parse("2026-11-02T04:00:00Z"));
    }

    @Test
    void windowsOfSubmissionTileTheYearsAndAgreeWithTheDays() {
        LocalDate day = calendar.atOrAfter(LocalDate.parse("2019-12-01"));
        Instant end = calendar.submissions(day).from();
        Random random = new Random(20260821);
        while (day.isBefore(LocalDate.parse("2029-02-01"))) {
            ArxivCalendar.Window window = calendar.submissions(day);
            assertThat(window.from()).isEqualTo(end);
            assertThat(window.before()).isAfter(window.from());
            long length = window.before().getEpochSecond() - window.from().getEpochSecond();
            Instant within = window.from().plusSeconds(random.nextLong(length));
            assertThat(calendar.dayOf(window.from())).isEqualTo(day);
            assertThat(calendar.dayOf(within)).as("%s", within).isEqualTo(day);
            assertThat(calendar.dayOf(window.before().minusMillis(1))).isEqualTo(day);
            assertThat(calendar.quiet(day)).isEmpty();
            end = window.before();
            LocalDate next = calendar.atOrAfter(day.plusDays(1));
            assertThat(calendar.before(next)).isEqualTo(day);
            day = next;
        }
    }

    private LocalDate day(String submitted) {
        return calendar.dayOf(Instant.parse(submitted));
    }
}
