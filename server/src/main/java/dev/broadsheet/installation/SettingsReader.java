package dev.broadsheet.installation;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of settings: {@code broadsheet.properties} in the data folder, and over it environment variables
 * ({@code edition.name} is {@code BROADSHEET_EDITION_NAME}). All may be left out.
 *
 * <p>Each room asks for its own keys, once, at the start, and makes a record of them. A mistake does not stop the
 * reading: the fallback is returned, and {@link #finish} reports the mistakes of all rooms together, along with every
 * key that no room asked for. Not thread-safe.
 */
public final class SettingsReader {
    /** The file's name in the data folder. */
    public static final String FILE = "broadsheet.properties";

    private static final String VARIABLE = "BROADSHEET_";

    private final Map<String, String> file;
    private final Map<String, String> environment;
    private final Collection<String> mistakes;
    private final AskedKeys asked;
    private final String section;
    private final Path path;

    private SettingsReader(
            Map<String, String> file,
            Map<String, String> environment,
            Collection<String> mistakes,
            AskedKeys asked,
            String section,
            Path path) {
        this.file = file;
        this.environment = environment;
        this.mistakes = mistakes;
        this.asked = asked;
        this.section = section;
        this.path = path;
    }

    /**
     * Reads the file of this folder. What is wrong with the file itself is a mistake like any other.
     *
     * @param environment as of {@link System#getenv()}
     */
    public static SettingsReader of(DataFolder folder, Map<String, String> environment) {
        List<String> mistakes = new ArrayList<>();
        Path path = folder.path().resolve(FILE);
        return new SettingsReader(load(path, mistakes), environment, mistakes, new AskedKeys(), "", path);
    }

    /** Reads these values instead of a file and the environment; adds mistakes to the collection. */
    public static SettingsReader of(Map<String, String> values, Collection<String> mistakes) {
        return new SettingsReader(new TreeMap<>(values), Map.of(), mistakes, new AskedKeys(), "", Path.of(FILE));
    }

    /**
     * The settings whose keys begin with this, {@code source.arxiv.} for instance; asked for by the rest of the key. A
     * key below it that is never asked for is reported with the keys that there are in this section.
     */
    public SettingsReader under(String prefix) {
        asked.section(section + prefix);
        return new SettingsReader(file, environment, mistakes, asked, section + prefix, path);
    }

    /** What is set below this prefix is kept for another day: nobody looks at it, and it is not a mistake. */
    public void leave(String prefix) {
        asked.leave(section + prefix);
    }

    /** The value, or the fallback where there is none or an empty one. */
    public String text(String key, String fallback) {
        String value = value(key);
        return inForce(key, value == null || value.isEmpty() ? fallback : value);
    }

    /** The same for a value of which only a part may be shown: what it is, as {@link #inForce()} has it. */
    public String text(String key, String fallback, UnaryOperator<String> shown) {
        String value = text(key, fallback);
        inForce(key, shown.apply(value));
        return value;
    }

    /** The value, whose length must lie between these bounds, both included; the fallback where there is none. */
    public String text(String key, String fallback, int shortest, int longest) {
        String value = value(key);
        if (value == null) {
            return inForce(key, fallback);
        }
        if (value.length() < shortest || value.length() > longest) {
            mistake(key, "needs " + shortest + " to " + longest + " characters, has " + value.length());
        }
        return inForce(key, value);
    }

    /** The value, which must be there; without it, a mistake and an empty text. */
    public String required(String key) {
        String value = text(key, "");
        if (value.isEmpty()) {
            mistake(key, "is needed");
        }
        return value;
    }

    /** A value that must not be shown. */
    public Secret secret(String key) {
        String value = value(key);
        return inForce(key, value == null || value.isEmpty() ? Secret.NONE : new Secret(value));
    }

    /** The words of the value, between white space or commas; the fallback where there is no value. */
    public List<String> words(String key, List<String> fallback) {
        String value = value(key);
        List<String> words = value == null || value.isEmpty()
                ? fallback
                : Arrays.stream(value.split("[\\s,]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        inForce(key, String.join(" ", words));
        return words;
    }

    /** A whole number between these bounds, both included. */
    public int number(String key, int fallback, int least, int most) {
        String value = value(key);
        if (value == null || value.isEmpty()) {
            return inForce(key, fallback);
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return inForce(key, number);
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        mistake(key, "needs a whole number from " + least + " to " + most + ", is \"" + value + "\"");
        return fallback;
    }

    /** A time zone by its name in the time zone database, such as {@code Europe/Berlin}. */
    public ZoneId zone(String key, ZoneId fallback) {
        String value = text(key, "");
        try {
            return inForce(key, value.isEmpty() ? fallback : ZoneId.of(value));
        } catch (DateTimeException e) {
            mistake(key, "needs the name of a time zone, such as Europe/Berlin, is \"" + value + "\"");
            return fallback;
        }
    }

    /** An address over HTTP; null where it is none, which is a mistake. */
    public @Nullable URI httpAddress(String key, String fallback) {
        String value = text(key, fallback);
        try {
            URI address = new URI(value);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below, together with addresses of other kinds
        }
        mistake(key, "needs an address that begins with http:// or https://, is \"" + value + "\"");
        return null;
    }

    /** Adds a mistake about a key. */
    public void mistake(String key, String what) {
        report(section + key + ": " + what);
    }

    /** The names, as the operator wrote them, of what is set below the prefix: keys of the file, and variables. */
    public List<String> given(String prefix) {
        TreeSet<String> given = new TreeSet<>();
        file.keySet().stream().filter(key -> key.startsWith(section + prefix)).forEach(given::add);
        environment.keySet().stream()
                .filter(name -> name.startsWith(variable(section + prefix)))
                .forEach(given::add);
        return List.copyOf(given);
    }

    /** Whether a name of {@link #given}, whether a key or a variable, lies below this prefix. */
    public boolean isBelow(String given, String prefix) {
        return given.startsWith(section + prefix) || given.startsWith(variable(section + prefix));
    }

    /** Reports the keys below this section that were never asked for. */
    public void reportUnknown() {
        for (String key : file.keySet()) {
            if (key.startsWith(section)) {
                asked.complaint(key).ifPresent(this::reportUnlessKnown);
            }
        }
        for (String name : new TreeSet<>(environment.keySet())) {
            // Variables without a section are not ours alone: the launcher and the shell have some too.
            if (name.startsWith(variable(section))) {
                asked.complaintAboutVariable(name).ifPresent(this::reportUnlessKnown);
            }
        }
    }

    /**
     * Call when every room has asked for its keys.
     *
     * @throws OperatorException listing all mistakes, if there are any
     */
    public void finish() {
        reportUnknown();
        if (!mistakes.isEmpty()) {
            throw new OperatorException("The settings cannot be used (" + path + " and BROADSHEET_… variables):\n  "
                    + String.join("\n  ", mistakes) + "\nNothing was started.");
        }
    }

    /** Every setting that a room has asked for so far, by its key; what must not be shown says so. */
    public List<SettingInForce> inForce() {
        return asked.inForce();
    }

    private <T> T inForce(String key, T value) {
        asked.inForce(new SettingInForce(section + key, value.toString(), value(key) != null));
        return value;
    }

    static String variable(String key) {
        return VARIABLE + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private void report(String mistake) {
        if (!mistakes.contains(mistake)) {
            mistakes.add(mistake);
        }
    }

    /** A more exact sentence about the same key is enough. */
    private void reportUnlessKnown(String mistake) {
        String about = mistake.substring(0, mistake.indexOf(':') + 1);
        if (mistakes.stream().noneMatch(known -> known.startsWith(about))) {
            mistakes.add(mistake);
        }
    }

    private @Nullable String value(String key) {
        asked.add(section, key);
        String fromEnvironment = environment.get(variable(section + key));
        String found = fromEnvironment != null ? fromEnvironment : file.get(section + key);
        return found == null ? null : found.strip();
    }

    private static Map<String, String> load(Path path, List<String> mistakes) {
        Properties properties = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                mistakes.add(FILE + " cannot be read: " + e.getMessage());
            }
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }
}
