package dev.broadsheet.account.oidc;

import dev.broadsheet.installation.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * A provider as the settings describe it.
 *
 * @param name by which addresses here know it: letters and digits
 * @param issuer as the provider's own documents write it
 * @param secret none for a public client
 * @param label as people know it, after "Sign in with"
 * @param linkByEmail whether an e-mail address that it calls verified opens the account with that address
 * @param hosts that may be asked, in lower case and with the port where one is written: the issuer's own and others
 */
record OidcProvider(
        String name, URI issuer, String clientId, Secret secret, String label, boolean linkByEmail, Set<String> hosts) {

    /** Whether this address may be asked, or readers be sent there. */
    boolean allows(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean safe = scheme.equals("https") || (scheme.equals("http") && isLoopback(address));
        return safe && address.getRawUserInfo() == null && hosts.contains(host(address));
    }

    /** Host and, where it is written, port. */
    static String host(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return address.getPort() < 0 ? host : host + ":" + address.getPort();
    }

    /** Whether the address is on this machine, where nobody can listen to what is not encrypted. */
    static boolean isLoopback(URI address) {
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
    }
}
