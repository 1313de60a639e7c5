package dev.broadsheet.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sender as the settings have it, taken apart. */
record Sender(String name, String address) {
    private static final Pattern NAMED = Pattern.compile("([^<>\\p{Cntrl}]*)<([^<>]+)>");

    static boolean isSound(String text) {
        String address = of(text).address();
        // A machine's own name has no dot, and will do for mails that never leave it.
        return Mail.isAddress(address) || Mail.isAddress(address + ".localhost");
    }

    static Sender of(String text) {
        Matcher named = NAMED.matcher(text.strip());
        return named.matches()
                ? new Sender(named.group(1).strip(), named.group(2).strip())
                : new Sender("", text.strip());
    }
}
