package dev.broadsheet.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.PartialDate;
import org.junit.jupiter.api.Test;

class DisplayFormatTest {
    @Test
    void oneIsNotSeveral() {
        assertThat(DisplayFormat.count(0, "vote", "votes")).isEqualTo("0 votes");
        assertThat(DisplayFormat.count(1, "vote", "votes")).isEqualTo("1 vote");
        assertThat(DisplayFormat.count(1_234_567, "vote", "votes")).isEqualTo("1,234,567 votes");
    }

    @Test
    void datesAreAsExactAsTheyAreKnown() {
        assertThat(DisplayFormat.date(new PartialDate("2026-08-21"))).isEqualTo("21 August 2026");
        assertThat(DisplayFormat.date(new PartialDate("2026-08"))).isEqualTo("August 2026");
        assertThat(DisplayFormat.date(new PartialDate("1999"))).isEqualTo("1999");
    }

    @Test
    void sizesHaveTheirUnit() {
        assertThat(DisplayFormat.bytes(999)).isEqualTo("999 bytes");
        assertThat(DisplayFormat.bytes(1000)).isEqualTo("1.0 kB");
        assertThat(DisplayFormat.bytes(999_960)).isEqualTo("1.0 MB");
        assertThat(DisplayFormat.bytes(2_500_000_000L)).isEqualTo("2.5 GB");
        assertThat(DisplayFormat.bytes(Long.MAX_VALUE)).endsWith(" TB");
    }

    @Test
    void durationsAreRounded() {
        assertThat(DisplayFormat.duration(59)).isEqualTo("less than a minute");
        assertThat(DisplayFormat.duration(60)).isEqualTo("1 minute");
        assertThat(DisplayFormat.duration(5400)).isEqualTo("90 minutes");
        assertThat(DisplayFormat.duration(6000)).isEqualTo("2 hours");
        assertThat(DisplayFormat.duration(3 * 86_400)).isEqualTo("3 days");
    }

    @Test
    void wellKnownLicencesHaveTheirShortNames() {
        assertThat(DisplayFormat.licence("http://creativecommons.org/licenses/by-nc-sa/4.0/"))
                .isEqualTo("CC BY-NC-SA 4.0");
        assertThat(DisplayFormat.licence("https://creativecommons.org/publicdomain/zero/1.0/"))
                .isEqualTo("CC0 1.0");
        assertThat(DisplayFormat.licence("house rules")).isEqualTo("house rules");
    }
}
