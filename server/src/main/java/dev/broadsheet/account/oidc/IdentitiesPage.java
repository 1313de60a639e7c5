package dev.broadsheet.account.oidc;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the page of one's identities shows.
 *
 * @param last whether there is no other way to sign in
 */
record IdentitiesPage(List<OidcProvider> providers, List<Row> rows, boolean last) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** @param words when it was linked and used */
    record Row(String label, String email, String issuer, String subject, String words) {}

    static IdentitiesPage of(List<OidcProvider> providers, List<Identity> identities, boolean last, ZoneId zone) {
        List<Row> rows = identities.stream()
                .map(identity -> new Row(
                        label(providers, identity),
                        identity.email(),
                        identity.issuer(),
                        identity.subject(),
                        "linked " + day(identity.linked(), zone)
                                + (identity.used() == null ? "" : ", last used " + day(identity.used(), zone))))
                .toList();
        return new IdentitiesPage(providers, rows, last);
    }

    /** A provider that the settings no longer name is called by its address. */
    private static String label(List<OidcProvider> providers, Identity identity) {
        return providers.stream()
                .filter(provider -> provider.issuer().toString().equals(identity.issuer()))
                .map(OidcProvider::label)
                .findFirst()
                .orElse(identity.issuer());
    }

    private static String day(Instant moment, ZoneId zone) {
        return DAY.format(moment.atZone(zone));
    }
}
