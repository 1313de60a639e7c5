package dev.broadsheet.vote;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The block of addresses that a place on the network shares with its neighbours: /24 of IPv4, /48 of IPv6. */
final class AddressBlock {
    private static final int FOUR = 3;
    private static final int SIX = 6;

    private AddressBlock() {}

    /** @return the block in hexadecimal digits; null where that is not an address */
    static @Nullable String of(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? FOUR : SIX));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
