package dev.broadsheet.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The part of a network address that one household or one server has to itself. */
public final class AddressBlock {
    /** Whoever has one address of IPv6 has all that begin with the same eight bytes. */
    private static final int NETWORK_BYTES = 8;

    private AddressBlock() {}

    /** The address itself of IPv4, the first half of IPv6; any other text as it is. */
    public static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) + "/64"
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
