package dev.broadsheet.source;

import dev.broadsheet.source.http.HostRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the settings say of one source ({@code source.NAME.KEY}), asked for key by key. Collects
 * mistakes rather than failing at the first, and the hosts that may be contacted. Not thread-safe.
 */
public final class SourceOptions {
    private final String name;
    private final Map<String, String> values;
    private final Collection<String> mistakes;
    private final Map<String, HostRule> hosts;
    private final boolean lists;
    private final Set<String> known = new TreeSet<>();

    /**
     * @param values by key, without the source's name
     * @param mistakes where to say what is wrong
     * @param hosts where to add the hosts that the source asks, by {@link HostRule#host}
     */
    public SourceOptions(
            String name, Map<String, String> values, Collection<String> mistakes, Map<String, HostRule> hosts) {
        this(name, values, mistakes, hosts, true);
    }

    /** @param lists whether the source is asked for its lists, not only about single papers */
    SourceOptions(
            String name,
            Map<String, String> values,
            Collection<String> mistakes,
            Map<String, HostRule> hosts,
            boolean lists) {
        this.name = name;
        this.values = new TreeMap<>(values);
        this.mistakes = mistakes;
        this.hosts = hosts;
        this.lists = lists;
    }

    /** The source's name in the settings. */
    public String name() {
        return name;
    }

    /** The value, or the fallback where there is none. */
    public String text(String key, String fallback) {
        String value = value(key);
        return value == null || value.isEmpty() ? fallback : value;
    }

    /** The value, which must be there; without it, a mistake and an empty text. */
    public String required(String key) {
        String value = text(key, "");
        if (value.isEmpty()) {
            mistake(key, "is needed");
        }
        return value;
    }

    /** Like {@link #required}, unless the source is only asked about single papers. */
    public String requiredForLists(String key) {
        return lists ? required(key) : text(key, "");
    }

    /** The words of the value, between white space or commas. */
    public List<String> words(String key, List<String> fallback) {
        String value = value(key);
        return value == null || value.isEmpty()
                ? fallback
                : Arrays.stream(value.split("[\\s,]+"))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }

    public int number(String key, int fallback, int least, int most) {
        String value = value(key);
        if (value == null || value.isEmpty()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        mistake(key, "needs a whole number from " + least + " to " + most + ", is \"" + value + "\"");
        return fallback;
    }

    /** The settings {@code days-again} and {@code days} (at first). */
    public Reach reach(int again, int atFirst) {
        return new Reach(number("days-again", again, 0, 365), number("days", atFirst, 0, 4000));
    }

    /**
     * The address of a service, whose host may be contacted from now on. The setting {@code pause}
     * (seconds, fractions allowed) overrides the pause.
     *
     * @param pause that the host's owners ask for between requests
     * @param perDay how many requests a day they allow, 0 for no limit
     */
    public URI address(String key, String fallback, Duration pause, int perDay) {
        String value = text(key, fallback);
        try {
            URI address = new URI(value);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null) {
                String host = address.getRawAuthority().toLowerCase(Locale.ROOT);
                boolean own = !value.equals(fallback);
                hosts.merge(host, new HostRule(host, pause(pause), perDay, own), SourceOptions::stricter);
                return address;
            }
        } catch (URISyntaxException e) {
            // said below, together with addresses of other kinds
        }
        mistake(key, "needs an address that begins with http:// or https://, is \"" + value + "\"");
        return URI.create("http://invalid.invalid/");
    }

    /** Adds a mistake about a key. */
    public void mistake(String key, String what) {
        String mistake = "source." + name + "." + key + ": " + what;
        if (!mistakes.contains(mistake)) {
            mistakes.add(mistake);
        }
    }

    /** Call when all keys were asked for: what is left is a mistake. */
    public void finish() {
        known.add("type");
        known.add("pause");
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                mistake(key, "there is no such setting; there are " + String.join(", ", known));
            }
        }
    }

    private Duration pause(Duration fallback) {
        String value = value("pause");
        if (value == null || value.isEmpty()) {
            return fallback;
        }
        if (value.matches("\\d{1,5}(\\.\\d{1,3})?")) {
            return Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
        }
        mistake("pause", "needs seconds, 0 or more, is \"" + value + "\"");
        return fallback;
    }

    private @Nullable String value(String key) {
        known.add(key);
        String value = values.get(key);
        return value == null ? null : value.strip();
    }

    private static HostRule stricter(HostRule one, HostRule other) {
        int perDay = one.perDay() == 0 || other.perDay() == 0
                ? Math.max(one.perDay(), other.perDay())
                : Math.min(one.perDay(), other.perDay());
        return new HostRule(
                one.host(),
                one.pause().compareTo(other.pause()) >= 0 ? one.pause() : other.pause(),
                perDay,
                one.mayBePrivate() && other.mayBePrivate());
    }
}
