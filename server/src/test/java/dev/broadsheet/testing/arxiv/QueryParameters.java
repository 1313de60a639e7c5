package dev.broadsheet.testing.arxiv;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of an address. */
record QueryParameters(Map<String, String> values, boolean repeated) {
    static QueryParameters of(URI address) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean repeated = false;
        String query = address.getRawQuery();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            repeated |= values.put(decode(name), decode(value)) != null;
        }
        return new QueryParameters(values, repeated);
    }

    /** The value, empty if there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    int number(String name, int fallback) {
        String value = get(name);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : fallback;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
