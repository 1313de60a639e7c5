package dev.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {
    @Test
    void whoHasOneAddressOfANetworkHasAllOfThem() {
        assertThat(AddressBlock.of("2001:db8:1:2::1")).isEqualTo(AddressBlock.of("2001:db8:1:2:ffff::9"));
        assertThat(AddressBlock.of("2001:db8:1:2::1")).isNotEqualTo(AddressBlock.of("2001:db8:1:3::1"));
        assertThat(AddressBlock.of("192.0.2.1")).isNotEqualTo(AddressBlock.of("192.0.2.2"));
        assertThat(AddressBlock.of("unknown, \u0001")).isEqualTo("unknown, \u0001");
    }
}
