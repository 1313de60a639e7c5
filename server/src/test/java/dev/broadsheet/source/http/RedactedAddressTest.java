package dev.broadsheet.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/b?from=1&until=2, https://a.example/b?from=1&until=2",
        "https://a.example/b?resumptionToken=12&x=y, https://a.example/b?resumptionToken=12&x=y",
        "https://a.example/?api_key=S&q=a, https://a.example/?api_key=…&q=a",
        "https://a.example/?q=a&mailto=me@b.example, https://a.example/?q=a&mailto=…",
        "https://me:word@a.example/?q=x@y, https://a.example/?q=x@y",
        "/relative?KEY=1, /relative?KEY=…",
    })
    void secretsAreLeftOut(String address, String shown) {
        assertThat(RedactedAddress.of(address)).isEqualTo(shown);
    }

    @Test
    void veryLongOnesAreCut() {
        assertThat(RedactedAddress.of("http://a.example/" + "b".repeat(10_000))).hasSize(301);
    }
}
