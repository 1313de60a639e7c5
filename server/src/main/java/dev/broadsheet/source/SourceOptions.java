package dev.broadsheet.source;

import dev.broadsheet.installation.SettingsReader;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the settings say of one source ({@code source.NAME.KEY}), asked for key by key as by the {@link SettingsReader}
 * it stands on, and the hosts that the source may contact. Not thread-safe.
 */
public final class SourceOptions {
    private final String name;
    private final SettingsReader settings;
    private final Map<String, HostRule> hosts;
    private final boolean lists;

    /**
     * @param values by key, without the source's name
     * @param mistakes where to say what is wrong
     * @param hosts where to add the hosts that the source asks, by {@link HostRule#host}
     */
    public SourceOptions(
            String name, Map<String, String> values, Collection<String> mistakes, Map<String, HostRule> hosts) {
        this(name, SettingsReader.of(prefixed(name, values), mistakes), hosts, true);
    }

    /**
     * @param settings of the installation
     * @param lists whether the source is asked for its lists, not only about single papers
     */
    public SourceOptions(String name, SettingsReader settings, Map<String, HostRule> hosts, boolean lists) {
        this.name = name;
        this.settings = settings.under(prefix(name));
        this.hosts = hosts;
        this.lists = lists;
    }

    /** What the keys of a source begin with. */
    public static String prefix(String name) {
        return "source." + name + ".";
    }

    private static Map<String, String> prefixed(String name, Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(entry -> prefix(name) + entry.getKey(), Map.Entry::getValue));
    }

    /** The source's name in the settings. */
    public String name() {
        return name;
    }

    /** As {@link SettingsReader#text(String, String)}. */
    public String text(String key, String fallback) {
        return settings.text(key, fallback);
    }

    /** As {@link SettingsReader#required}. */
    public String required(String key) {
        return settings.required(key);
    }

    /** Like {@link #required}, unless the source is only asked about single papers. */
    public String requiredForLists(String key) {
        return lists ? required(key) : text(key, "");
    }

    /** As {@link SettingsReader#words}, each once. */
    public List<String> words(String key, List<String> fallback) {
        return settings.words(key, fallback).stream().distinct().toList();
    }

    /** As {@link SettingsReader#number}. */
    public int number(String key, int fallback, int least, int most) {
        return settings.number(key, fallback, least, most);
    }

    /** The settings {@code days-again} and {@code days} (at first). */
    public Lookback lookback(int daysAgain, int daysAtFirst) {
        return new Lookback(number("days-again", daysAgain, 0, 365), number("days", daysAtFirst, 0, 4000));
    }

    /**
     * The address of a service, whose host may be contacted from now on. The setting {@code pause}
     * (seconds, fractions allowed) overrides the pause.
     *
     * @param pause that the host's owners ask for between requests
     * @param perDay how many requests a day they allow, 0 for no limit
     */
    public URI address(String key, String fallback, Duration pause, int perDay) {
        URI address = settings.httpAddress(key, fallback);
        if (address == null) {
            return URI.create("http://invalid.invalid/");
        }
        String host = address.getRawAuthority().toLowerCase(Locale.ROOT);
        boolean own = !address.toString().equals(fallback);
        hosts.merge(host, new HostRule(host, pause(pause), perDay, own), SourceOptions::stricter);
        return address;
    }

    /** As {@link SettingsReader#mistake}. */
    public void mistake(String key, String what) {
        settings.mistake(key, what);
    }

    /** Call when all keys were asked for: what is left is a mistake. */
    public void finish() {
        settings.text("type", "");
        settings.text("pause", "");
        settings.reportUnknown();
    }

    private Duration pause(Duration fallback) {
        String value = settings.text("pause", "");
        if (value.isEmpty()) {
            return fallback;
        }
        if (value.matches("\\d{1,5}(\\.\\d{1,3})?")) {
            return Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
        }
        settings.mistake("pause", "needs seconds, 0 or more, is \"" + value + "\"");
        return fallback;
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
