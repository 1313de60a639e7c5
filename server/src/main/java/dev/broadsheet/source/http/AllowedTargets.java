package dev.broadsheet.source.http;

import static dev.broadsheet.source.http.FetchException.Kind.FORBIDDEN;

import dev.broadsheet.source.HostRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides which addresses may be asked at all. Thread-safe if the map is. */
final class AllowedTargets {
    private final Map<String, HostRule> rules;

    AllowedTargets(Map<String, HostRule> rules) {
        this.rules = rules;
    }

    Target of(URI address) throws FetchException {
        if (!isHttp(address)) {
            throw forbidden(address, "is not an address of a web server");
        }
        HostRule rule = rule(address);
        if (rule == null) {
            throw forbidden(address, "is not asked: no source is configured on this host");
        }
        return new Target(address, rule);
    }

    /** Where a redirect leads to. */
    Target moved(Target from, String location) throws FetchException {
        URI address = resolved(from.address(), location);
        if (!isHttp(address)) {
            throw redirected(from, address, "is not an address of a web server");
        }
        boolean wasSecure = isSecure(from.address());
        if (wasSecure && !isSecure(address)) {
            throw redirected(from, address, "is not encrypted any more");
        }
        HostRule rule = rule(address);
        if (rule == null && !wasSecure && isSecure(address) && sameName(from.address(), address)) {
            rule = from.rule();
        }
        if (rule == null) {
            throw redirected(from, address, "no source is configured on that host");
        }
        return new Target(address, rule);
    }

    private @Nullable HostRule rule(URI address) {
        String name = address.getHost().toLowerCase(Locale.ROOT);
        int usual = isSecure(address) ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        HostRule rule = rules.get(name + ":" + port);
        return rule == null && port == usual ? rules.get(name) : rule;
    }

    private static URI resolved(URI from, String location) throws FetchException {
        try {
            // URI.resolve would take the last word of the path away before a bare query.
            URI to = location.startsWith("?")
                    ? new URI(from.getScheme() + "://" + from.getRawAuthority() + from.getRawPath() + location)
                    : from.resolve(new URI(location));
            return to.getRawFragment() == null ? to : new URI(to.toString().replaceFirst("#.*", ""));
        } catch (URISyntaxException e) {
            throw new FetchException(
                    FetchException.Kind.REFUSED,
                    RedactedAddress.of(from) + " redirects to what is not an address: " + RedactedAddress.of(location),
                    0,
                    "",
                    e);
        }
    }

    private static boolean isHttp(URI address) {
        boolean web = isSecure(address) || "http".equalsIgnoreCase(address.getScheme());
        return web && address.getHost() != null && address.getRawUserInfo() == null && address.getPort() <= 0xffff;
    }

    private static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean sameName(URI one, URI other) {
        return one.getHost().equalsIgnoreCase(other.getHost());
    }

    private static FetchException forbidden(URI address, String why) {
        return new FetchException(FORBIDDEN, RedactedAddress.of(address) + " " + why);
    }

    private static FetchException redirected(Target from, URI to, String why) {
        return new FetchException(
                FORBIDDEN,
                RedactedAddress.of(from.address()) + " redirects to " + RedactedAddress.of(to)
                        + ", which is not followed: " + why);
    }
}
