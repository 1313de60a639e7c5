package dev.broadsheet.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncedDaysTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-08-17");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final ArxivCalendar calendar = new ArxivCalendar(Set.of());
    private final AnnouncedDays days = new AnnouncedDays(calendar);

    @Test
    void aRecordThatChangedOnTheDayOfItsSubmissionsWasAnnouncedOnIt() {
        assertThat(day(100, MONDAY, MONDAY)).isEqualTo(MONDAY);
    }

    @Test
    void aNumberBeyondAllOfTheDayMeansThatThePaperWasHeld() {
        day(100, MONDAY, MONDAY);
        day(200, TUESDAY, TUESDAY);
        assertThat(day(201, MONDAY, WEDNESDAY)).isEqualTo(WEDNESDAY);
        assertThat(day(150, MONDAY, WEDNESDAY)).isEqualTo(TUESDAY);
    }

    @Test
    void aNumberAmongThoseOfTheDayMeansThatTheRecordChangedLater() {
        day(100, MONDAY, MONDAY);
        assertThat(day(99, MONDAY, WEDNESDAY)).isEqualTo(MONDAY);
    }

    @Test
    void withoutNeighboursOneVersionWasHeldAndSeveralWereReplaced() {
        assertThat(day(99, MONDAY, WEDNESDAY)).isEqualTo(WEDNESDAY);
        assertThat(days.day(99, MONDAY, MONDAY, WEDNESDAY, false)).isEqualTo(MONDAY);
        assertThat(day(99, MONDAY, MONDAY.plusDays(61))).isEqualTo(MONDAY);
    }

    @Test
    void aHeldPaperIsAnnouncedOnADayOnWhichArxivAnnounces() {
        assertThat(day(99, MONDAY, LocalDate.parse("2026-08-22"))).isEqualTo(LocalDate.parse("2026-08-24"));
    }

    @Test
    void oldNamesFollowTheCalendar() {
        assertThat(day(-1, MONDAY, WEDNESDAY)).isEqualTo(MONDAY);
    }

    @Test
    void whereOnlyTheDateOfSubmissionIsKnownTheChangeDecides() {
        assertThat(days.day(100, MONDAY, TUESDAY, TUESDAY, true)).isEqualTo(TUESDAY);
        assertThat(days.day(90, MONDAY, TUESDAY, MONDAY, true)).isEqualTo(MONDAY);
    }

    /** A month of announcements with held papers and later changes, listed in the order of changes. */
    @Test
    void everyPaperOfAMonthIsGivenItsDay() {
        long seed = 20260817;
        Random random = new Random(seed);
        record Paper(long number, LocalDate submittedFor, LocalDate announced, LocalDate changed) {}
        List<Paper> papers = new ArrayList<>();
        LocalDate today = MONDAY;
        long number = 1000;
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 60; j++) {
                LocalDate submittedFor = today;
                if (i > 0 && random.nextInt(20) == 0) {
                    submittedFor = calendar.before(today);
                }
                LocalDate changed = random.nextInt(6) == 0 ? today.plusDays(1 + random.nextInt(9)) : today;
                papers.add(new Paper(number++, submittedFor, today, changed));
            }
            today = calendar.atOrAfter(today.plusDays(1));
        }
        papers.sort(Comparator.comparing(Paper::changed).thenComparing(Paper::number));
        int wrong = 0;
        for (Paper paper : papers) {
            LocalDate day = days.day(
                    paper.number(), paper.submittedFor(), paper.submittedFor(), paper.changed(), random.nextBoolean());
            // At either end of a day's numbers a neighbour may be missing.
            wrong += day.equals(paper.announced()) ? 0 : 1;
        }
        assertThat(wrong).as("of %s, seed %s", papers.size(), seed).isLessThan(12);
    }

    private LocalDate day(long number, LocalDate submittedFor, LocalDate changed) {
        return days.day(number, submittedFor, submittedFor, changed, true);
    }
}
