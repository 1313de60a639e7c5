package dev.broadsheet.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.daily.Period.Kind;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 2);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anAddressLeadsBackToItsPeriod(Kind kind) {
        Period period = Period.of(kind, FRIDAY);
        assertThat(Period.parse(kind, period.address())).contains(period);
    }

    @Test
    void theFirstDaysOfAYearMayLieInAWeekOfTheOld() {
        assertThat(Period.of(Kind.WEEK, LocalDate.of(2027, 1, 1)).address()).isEqualTo("2026-W53");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR-u-nu-arabext", "ar-EG-u-nu-arab", "th-TH-u-nu-thai", "hi-IN-u-nu-deva"})
    void theLanguageOfTheMachineChangesNothing(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(Period.of(Kind.DAY, FRIDAY).address()).isEqualTo("2026-01-02");
            assertThat(Period.of(Kind.WEEK, FRIDAY).address()).isEqualTo("2026-W01");
            assertThat(Period.of(Kind.MONTH, FRIDAY).address()).isEqualTo("2026-01");
            assertThat(Period.of(Kind.DAY, FRIDAY).words()).isEqualTo("Friday, 2 January 2026");
            assertThat(Period.of(Kind.WEEK, FRIDAY).words()).isEqualTo("Week 1 of 2026");
            assertThat(Period.of(Kind.MONTH, FRIDAY).words()).isEqualTo("January 2026");
        } finally {
            Locale.setDefault(before);
        }
    }
}
