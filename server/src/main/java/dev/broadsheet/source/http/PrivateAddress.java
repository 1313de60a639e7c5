package dev.broadsheet.source.http;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses that lead into the own network, or nowhere, from those of the public one (the
 * special-purpose registries of IANA, RFC 6890).
 */
final class PrivateAddress {
    private PrivateAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isV4(bytes, 0) : isV6(bytes);
    }

    private static boolean isV4(byte[] bytes, int offset) {
        int a = bytes[offset] & 0xff;
        int b = bytes[offset + 1] & 0xff;
        int c = bytes[offset + 2] & 0xff;
        return switch (a) {
            case 0, 10, 127 -> true;
            case 100 -> b >= 64 && b < 128; // shared by a provider's customers
            case 169 -> b == 254;
            case 172 -> b >= 16 && b < 32;
            case 192 -> b == 168 || (b == 0 && (c == 0 || c == 2));
            case 198 -> b == 18 || b == 19 || (b == 51 && c == 100);
            case 203 -> b == 0 && c == 113;
            default -> a >= 224;
        };
    }

    private static boolean isV6(byte[] bytes) {
        if ((bytes[0] & 0xfe) == 0xfc) {
            return true; // unique local
        }
        // Addresses that carry one of version 4, which a gateway may unwrap.
        if (startsWith(bytes, 0x20, 0x02)) {
            return isV4(bytes, 2);
        }
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b)) {
            return bytes[5] == 1 || isV4(bytes, 12);
        }
        if (startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isV4(bytes, 12);
        }
        // A Teredo relay may lead anywhere: the address it carries is that of a router, disguised.
        return startsWith(bytes, 0x20, 0x01, 0x00, 0x00)
                || startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8)
                || startsWith(bytes, 0x01, 0x00);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
