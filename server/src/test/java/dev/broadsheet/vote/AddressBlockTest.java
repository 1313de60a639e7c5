package dev.broadsheet.vote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressBlockTest {
    @Test
    void neighboursShareABlockAndOthersDoNot() {
        assertThat(AddressBlock.of("203.0.113.7")).isEqualTo(AddressBlock.of("203.0.113.250"));
        assertThat(AddressBlock.of("203.0.113.7")).isNotEqualTo(AddressBlock.of("203.0.114.7"));
        assertThat(AddressBlock.of("2001:db8:7:1::1")).isEqualTo(AddressBlock.of("2001:db8:7:ffff::2"));
        assertThat(AddressBlock.of("2001:db8:7::1")).isNotEqualTo(AddressBlock.of("2001:db8:8::1"));
    }

    @Test
    void whatIsNotAnAddressHasNone() {
        for (String text :
                new String[] {"", "localhost", "unknown", "abc", "203.0.113.7.example", "1.2.3.4, 5.6.7.8"}) {
            assertThat(AddressBlock.of(text)).as(text).isNull();
        }
    }
}
