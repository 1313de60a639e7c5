package dev.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.paper.PartialDate;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void oneIsNotSeveral() {
        assertThat(Words.count(0, "vote", "votes")).isEqualTo("0 votes");
        assertThat(Words.count(1, "vote", "votes")).isEqualTo("1 vote");
        assertThat(Words.count(1_234_567, "vote", "votes")).isEqualTo("1,234,567 votes");
    }

    @Test
    void datesAreAsExactAsTheyAreKnown() {
        assertThat(Words.date(new PartialDate("2026-08-21"))).isEqualTo("21 August 2026");
        assertThat(Words.date(new PartialDate("2026-08"))).isEqualTo("August 2026");
        assertThat(Words.date(new PartialDate("1999"))).isEqualTo("1999");
    }

    @Test
    void sizesHaveTheirUnit() {
        assertThat(Words.bytes(999)).isEqualTo("999 bytes");
        assertThat(Words.bytes(1000)).isEqualTo("1.0 kB");
        assertThat(Words.bytes(999_960)).isEqualTo("1.0 MB");
        assertThat(Words.bytes(2_500_000_000L)).isEqualTo("2.5 GB");
        assertThat(Words.bytes(Long.MAX_VALUE)).endsWith(" TB");
    }

    @Test
    void durationsAreRounded() {
        assertThat(Words.duration(59)).isEqualTo("less than a minute");
        assertThat(Words.duration(60)).isEqualTo("1 minute");
        assertThat(Words.duration(5400)).isEqualTo("90 minutes");
        assertThat(Words.duration(6000)).isEqualTo("2 hours");
        assertThat(Words.duration(3 * 86_400)).isEqualTo("3 days");
    }

    @Test
    void wellKnownLicencesHaveTheirShortNames() {
        assertThat(Words.licence("http://creativecommons.org/licenses/by-nc-sa/4.0/"))
                .isEqualTo("CC BY-NC-SA 4.0");
        assertThat(Words.licence("https://creativecommons.org/publicdomain/zero/1.0/"))
                .isEqualTo("CC0 1.0");
        assertThat(Words.licence("house rules")).isEqualTo("house rules");
    }
}
