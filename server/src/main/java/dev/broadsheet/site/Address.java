package dev.broadsheet.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.web.util.UriUtils;

/** An address of this site with parameters. Immutable. */
public final class Address {
    private final String path;
    private final Map<String, List<String>> parameters;

    private Address(String path, Map<String, List<String>> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** @param path as it is written in a page */
    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /**
     * The same with other values of one parameter, where it stood before.
     *
     * @param values the empty ones are left out, and without any the parameter is
     */
    public Address with(String parameter, List<String> values) {
        Map<String, List<String>> others = new LinkedHashMap<>(parameters);
        others.put(parameter, values.stream().filter(value -> !value.isEmpty()).toList());
        return new Address(path, others);
    }

    /** The same with one value of a parameter, where it stood before; empty for without. */
    public Address with(String parameter, String value) {
        return with(parameter, List.of(value));
    }

    /** The same with one value of a parameter, be it empty. */
    public Address asking(String parameter, String value) {
        Map<String, List<String>> others = new LinkedHashMap<>(parameters);
        others.put(parameter, List.of(value));
        return new Address(path, others);
    }

    /** As it is written in a page. */
    public String href() {
        StringJoiner query = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        parameters.forEach((name, values) ->
                values.forEach(value -> query.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8))));
        return query.toString();
    }

    @Override
    public String toString() {
        return href();
    }
}
