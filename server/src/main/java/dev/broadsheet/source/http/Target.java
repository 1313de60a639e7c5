package dev.broadsheet.source.http;

import static dev.broadsheet.source.http.FetchException.Kind.FORBIDDEN;

import dev.broadsheet.source.HostRule;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** An address that may be asked, with the rule that allows it. */
record Target(URI address, HostRule rule) {

    /**
     * Looks where the name leads.
     *
     * @throws FetchException if that is into the own network and the rule does not allow it
     * @throws UnknownHostException if the name leads nowhere
     */
    void checkNetwork() throws FetchException, UnknownHostException {
        if (rule.mayBePrivate()) {
            return;
        }
        String host = address.getHost();
        // The client asks for the name once more; the JDK keeps the first answer long enough for
        // both, so that a server of names cannot answer differently the second time.
        InetAddress own = privateOne(isProxied() ? literal(host) : InetAddress.getAllByName(host));
        if (own != null) {
            throw new FetchException(
                    FORBIDDEN,
                    RedactedAddress.of(address) + " is not asked: " + host + " is " + own.getHostAddress()
                            + ", an address of a private network");
        }
    }

    private boolean isProxied() {
        ProxySelector selector = ProxySelector.getDefault();
        return selector != null
                && selector.select(address).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /** A proxy resolves names itself, and often nobody else can; what stands there is known all the same. */
    private static InetAddress[] literal(String host) {
        try {
            return new InetAddress[] {InetAddress.ofLiteral(host)};
        } catch (IllegalArgumentException e) {
            return new InetAddress[0];
        }
    }

    private static @Nullable InetAddress privateOne(InetAddress... addresses) {
        for (InetAddress each : addresses) {
            if (PrivateAddress.is(each)) {
                return each;
            }
        }
        return null;
    }
}
