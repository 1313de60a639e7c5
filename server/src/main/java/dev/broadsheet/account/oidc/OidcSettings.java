package dev.broadsheet.account.oidc;

import dev.broadsheet.installation.Secret;
import dev.broadsheet.installation.SettingsReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The providers with which people may sign in: {@code oidc.NAME.issuer} and so on. Immutable. */
public final class OidcSettings {
    private static final String PREFIX = "oidc.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,30}");

    /** A key of the file, or a variable, from which the name is read. */
    private static final Pattern KEY = Pattern.compile("oidc\\.([^.]*)\\..*|BROADSHEET_OIDC_([^_]*)_.*");

    private final List<OidcProvider> providers;

    private OidcSettings(List<OidcProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** Reads all that lies below {@code oidc.}. */
    public static OidcSettings read(SettingsReader settings) {
        TreeSet<String> names = new TreeSet<>();
        for (String given : settings.given(PREFIX)) {
            Matcher key = KEY.matcher(given);
            if (key.matches()) {
                names.add((key.group(1) == null ? key.group(2) : key.group(1)).toLowerCase(Locale.ROOT));
            }
        }
        List<OidcProvider> providers = new ArrayList<>();
        for (String name : names) {
            if (NAME.matcher(name).matches()) {
                provider(name, settings.under(PREFIX + name + "."), providers);
            } else {
                settings.mistake(PREFIX + name, "the name of a provider is 1 to 30 small letters and digits");
            }
        }
        return new OidcSettings(providers);
    }

    private static void provider(String name, SettingsReader settings, List<OidcProvider> providers) {
        String issuer = settings.required("issuer");
        String clientId = settings.required("client-id");
        Secret secret = settings.secret("client-secret");
        String label = settings.text("label", name);
        String link = settings.text("link-by-email", "false");
        List<String> hosts = settings.words("hosts", List.of());
        if (!Set.of("true", "false").contains(link)) {
            settings.mistake("link-by-email", "is true or false, not \"" + link + "\"");
        }
        URI address = issuer.isEmpty() ? null : settings.httpAddress("issuer", issuer);
        if (address == null) {
            return;
        }
        if (!"https".equals(address.getScheme()) && !OidcProvider.isLoopback(address)) {
            settings.mistake("issuer", "begins with https://, but for a provider on this machine");
            return;
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(OidcProvider.host(address));
        hosts.forEach(host -> all.add(host.toLowerCase(Locale.ROOT)));
        providers.add(new OidcProvider(name, address, clientId, secret, label, link.equals("true"), Set.copyOf(all)));
    }

    List<OidcProvider> providers() {
        return providers;
    }
}
