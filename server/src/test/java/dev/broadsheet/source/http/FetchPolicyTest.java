package dev.broadsheet.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "'', Broadsheet/1.2",
        "https://papers.example/about, Broadsheet/1.2 (+https://papers.example/about)",
        "me@papers.example, Broadsheet/1.2 (+mailto:me@papers.example)",
        "mailto:me@papers.example, Broadsheet/1.2 (+mailto:me@papers.example)",
        "'a\r\nX-Evil: ä', Broadsheet/1.2 (+a??X-Evil: ?)",
    })
    void itSaysWhoAsksAndWhomToTell(String contact, String userAgent) {
        assertThat(FetchPolicy.usual("1.2", contact).userAgent()).isEqualTo(userAgent);
    }
}
