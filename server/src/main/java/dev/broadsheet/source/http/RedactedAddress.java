package dev.broadsheet.source.http;

import java.net.URI;
import java.util.regex.Pattern;

/** An address as it may stand in a message that strangers read: without keys, passwords, mail addresses. */
final class RedactedAddress {
    private static final int LONGEST = 300;
    private static final Pattern USER = Pattern.compile("^([^/?#]*//)[^/?#]*@");
    private static final Pattern SECRET =
            Pattern.compile("(?i)([?&](?:api[_-]?key|key|token|access[_-]?token|password|mailto|email)=)[^&#]*");

    private RedactedAddress() {}

    static String of(URI address) {
        return of(address.toString());
    }

    static String of(String address) {
        String open = USER.matcher(address).replaceFirst("$1");
        String shown = SECRET.matcher(open).replaceAll("$1…").replaceAll("\\p{Cntrl}", "?");
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}
