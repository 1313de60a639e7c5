package dev.broadsheet.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTimeTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "' 7 ', PT7S",
        "'Wed, 04 Mar 2026 10:00:30 GMT', PT30S",
        "'Wed, 04 Mar 2026 09:00:00 GMT', PT0S",
    })
    void secondsAndDatesAreWaitedFor(String value, Duration wait) {
        assertThat(HeaderTime.toWait(value, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"''", "soon", "-5", "1.5", "1e9", "'Wed, 99 Mar 2026 10:00:30 GMT'", "٣"})
    void whatCannotBeReadAsksForNothing(String value) {
        assertThat(HeaderTime.toWait(value, NOW)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"86401", "999999", "99999999999999999999999", "'Thu, 04 Mar 2027 10:00:30 GMT'"})
    void nobodyIsLeftAloneForLongerThanADay(String value) {
        assertThat(HeaderTime.toWait(value, NOW)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aDateThatIsNoneIsNull() {
        assertThat(HeaderTime.date("2026-03-04")).isNull();
    }
}
