package dev.broadsheet.source.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of a service's documents. */
public final class ServiceAddress {
    private ServiceAddress() {}

    /**
     * The address of a document of the service.
     *
     * @param base of the service, with or without a slash at its end, with or without a query
     * @param path below it, as it stands in an address
     * @param namesAndValues of the query's parameters in turn, not yet encoded
     */
    public static URI of(URI base, String path, String... namesAndValues) {
        String address = base.toString();
        StringBuilder text = new StringBuilder(address);
        if (!address.endsWith("/") && !path.isEmpty()) {
            text.append('/');
        }
        text.append(path);
        boolean first = base.getRawQuery() == null;
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            text.append(first ? '?' : '&').append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
            first = false;
        }
        return URI.create(text.toString());
    }

    /** As part of an address: nothing in it means anything there. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
