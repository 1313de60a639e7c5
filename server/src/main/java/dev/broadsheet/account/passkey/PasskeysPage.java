package dev.broadsheet.account.passkey;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the page of one's passkeys shows.
 *
 * @param last whether there is no other way to sign in than the one passkey
 * @param working whether passkeys work under the address at which the page is read
 * @param origin under which they work
 */
record PasskeysPage(List<Passkey> passkeys, boolean last, boolean working, String origin, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    String day(Instant moment) {
        return DAY.format(moment.atZone(zone));
    }
}
