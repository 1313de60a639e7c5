package dev.broadsheet.account.passkey;

import dev.broadsheet.site.Request;
import dev.broadsheet.site.SiteAddress;
import java.net.URI;

/**
 * For whom a passkey signs: the site under its own address, never under the name by which a request came, which anybody
 * can send. A browser gives a passkey to no page of another host.
 *
 * @param id the host
 * @param origin scheme, host and port of the pages
 */
record RelyingParty(String id, String origin) {
    static RelyingParty of(SiteAddress site) {
        URI address = URI.create(site.of("/"));
        return new RelyingParty(address.getHost(), address.getScheme() + "://" + address.getRawAuthority());
    }

    /** Whether the browser that sent the request is on a page of this origin, where it can be asked. */
    boolean isReachedBy(Request request) {
        return origin.equals(request.origin());
    }
}
