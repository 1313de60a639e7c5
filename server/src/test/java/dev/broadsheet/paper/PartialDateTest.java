package dev.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "0000",
                "2026-13",
                "2026-02-30",
                "9999",
                "",
                "26",
                "2026-8-1",
                "20260821",
                "2026-08-21T00:00"
            })
    void whatIsNoDateIsRefused(String text) {
        assertThatThrownBy(() -> new PartialDate(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theFirstDayFollowsFromWhatIsKnown() {
        assertThat(new PartialDate("2026").firstDay()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(new PartialDate("2026-08").firstDay()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(new PartialDate("2026-08-21").firstDay()).isEqualTo(LocalDate.of(2026, 8, 21));
        assertThat(new PartialDate("2026-08-21").year()).isEqualTo(2026);
    }

    @Test
    void datesAreOrderedByTheirFirstDay() {
        assertThat(new PartialDate("2025-12-31")).isLessThan(new PartialDate("2026"));
        assertThat(new PartialDate("2026")).isLessThan(new PartialDate("2026-01"));
    }
}
