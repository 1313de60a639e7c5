package dev.broadsheet.vote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The block of addresses that a place on the network shares with its neighbours: /24 of IPv4, /48 of IPv6. */
final class AddressBlock {
    private static final int FOUR = 3;
    private static final int SIX = 6;

    /** Digits, so that no name server is ever asked. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+(%[\\w.-]+)?");

    private AddressBlock() {}

    /** @return the block in hexadecimal digits; null where that is not an address */
    static @Nullable String of(String address) {
        if (!LITERAL.matcher(address).matches() || address.chars().noneMatch(c -> c == '.' || c == ':')) {
            return null;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? FOUR : SIX));
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
