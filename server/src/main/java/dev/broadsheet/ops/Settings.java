package dev.broadsheet.ops;

import dev.broadsheet.installation.DataFolder;
import dev.broadsheet.installation.OperatorException;
import dev.broadsheet.installation.ProgramVersion;
import dev.broadsheet.source.LiveSources;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an installation: {@code broadsheet.properties} in the data folder, and over it
 * environment variables ({@code edition.name} is {@code BROADSHEET_EDITION_NAME}). All may be left
 * out. Read once, at start; every mistake is reported, not only the first.
 *
 * @param editionName what the masthead says, 1 to 60 characters
 * @param embeddingThreads how many threads turn texts into vectors, 1 to 64
 * @param databaseUrl a {@code jdbc:postgresql:} address, or null for SQLite in the data folder
 * @param databaseUser for PostgreSQL
 * @param databasePassword for PostgreSQL
 * @param contact address of a person, told to every service that is asked for papers; may be empty
 * @param sources names of the live sources that are asked, in order; empty for none
 * @param enriching names of the live sources that are asked about papers that are here; empty for none
 * @param sourceOptions for each source's name its own settings, without {@code source.NAME.}
 */
public record Settings(
        String editionName,
        int embeddingThreads,
        @Nullable String databaseUrl,
        String databaseUser,
        String databasePassword,
        String contact,
        List<String> sources,
        List<String> enriching,
        Map<String, Map<String, String>> sourceOptions) {

    /** The file's name in the data folder. */
    public static final String FILE = "broadsheet.properties";

    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "edition.name",
            "embedding.threads",
            "database.url",
            "database.user",
            "database.password",
            "contact",
            "sources",
            "enrich"));

    private static final String OF_A_SOURCE = "source.";
    private static final String VARIABLE = "BROADSHEET_";
    private static final String DEFAULT_SOURCES = "arxiv";
    private static final String NO_SOURCES = "none";

    /**
     * Reads the settings of this folder.
     *
     * @param environment as of {@link System#getenv()}
     * @throws OperatorException listing everything that is wrong
     */
    public static Settings read(DataFolder folder, Map<String, String> environment) {
        List<String> mistakes = new ArrayList<>();
        Properties file = load(folder.path().resolve(FILE), mistakes);
        for (String key : new TreeSet<>(file.stringPropertyNames())) {
            if (!KEYS.contains(key) && !key.startsWith(OF_A_SOURCE)) {
                mistakes.add(key + ": there is no such setting; there are " + String.join(", ", KEYS)
                        + " and source.NAME.…");
            }
        }
        Values values = new Values(file, environment);
        List<String> sources = sources(values.text("sources", DEFAULT_SOURCES, 0, 1000, mistakes));
        List<String> enriching = sources(values.text("enrich", NO_SOURCES, 0, 1000, mistakes));
        Set<String> named = new LinkedHashSet<>(sources);
        named.addAll(enriching);
        Settings settings = new Settings(
                values.text("edition.name", "Broadsheet", 1, 60, mistakes),
                values.number("embedding.threads", Runtime.getRuntime().availableProcessors(), 1, 64, mistakes),
                values.postgresql("database.url", mistakes),
                values.text("database.user", "broadsheet", 1, 200, mistakes),
                values.text("database.password", "", 0, 1000, mistakes),
                values.text("contact", "", 0, 200, mistakes),
                sources,
                enriching,
                values.ofSources(named, mistakes));
        // Built to learn what is wrong with their settings; nothing is asked yet.
        settings.liveSources(Clock.systemUTC(), mistakes).close();
        if (!mistakes.isEmpty()) {
            throw new OperatorException(
                    "The settings cannot be used (" + folder.path().resolve(FILE) + " and BROADSHEET_… variables):\n  "
                            + String.join("\n  ", mistakes) + "\nNothing was started.");
        }
        return settings;
    }

    /** The same, but nobody is asked for papers. */
    public Settings withoutSources() {
        return new Settings(
                editionName,
                embeddingThreads,
                databaseUrl,
                databaseUser,
                databasePassword,
                contact,
                List.of(),
                List.of(),
                Map.of());
    }

    /** The live sources as these settings have them. To be closed by the caller. */
    public LiveSources liveSources(Clock clock) {
        return liveSources(clock, new ArrayList<>());
    }

    private LiveSources liveSources(Clock clock, List<String> mistakes) {
        return LiveSources.of(sources, enriching, sourceOptions, ProgramVersion.current(), contact, clock, mistakes);
    }

    private static List<String> sources(String written) {
        return written.strip().equals(NO_SOURCES)
                ? List.of()
                : Arrays.stream(written.split("[\\s,]+"))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static Properties load(Path file, List<String> mistakes) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                mistakes.add(FILE + " cannot be read: " + e.getMessage());
            }
        }
        return properties;
    }

    private record Values(Properties file, Map<String, String> environment) {
        private @Nullable String value(String key) {
            String fromEnvironment = environment.get(variable(key));
            String found = fromEnvironment != null ? fromEnvironment : file.getProperty(key);
            return found == null ? null : found.strip();
        }

        private static String variable(String key) {
            return VARIABLE + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        }

        /** What is set of a source that is not asked is kept in the file for another day, and not looked at. */
        private Map<String, Map<String, String>> ofSources(Set<String> sources, List<String> mistakes) {
            Map<String, Map<String, String>> options = new TreeMap<>();
            for (String source : sources) {
                String prefix = OF_A_SOURCE + source + ".";
                Map<String, String> own = new TreeMap<>();
                for (String key : file.stringPropertyNames()) {
                    if (key.startsWith(prefix)) {
                        own.put(key.substring(prefix.length()), file.getProperty(key));
                    }
                }
                String variables = variable(prefix);
                environment.forEach((name, value) -> {
                    if (name.startsWith(variables)) {
                        own.put(name.substring(variables.length()).toLowerCase(Locale.ROOT), value);
                    }
                });
                options.put(source, own);
            }
            Set<String> known = new TreeSet<>(LiveSources.types());
            known.addAll(sources);
            // What has a type is meant, even if it is not asked at present.
            for (String key : file.stringPropertyNames()) {
                if (key.startsWith(OF_A_SOURCE) && key.endsWith(".type")) {
                    known.add(key.substring(OF_A_SOURCE.length(), Math.max(OF_A_SOURCE.length(), key.length() - 5)));
                }
            }
            checkNames(known, mistakes);
            return options;
        }

        private void checkNames(Set<String> known, List<String> mistakes) {
            String none = ": there is no source of this name; there are " + String.join(", ", known)
                    + "; a name of your own needs a type";
            for (String key : new TreeSet<>(file.stringPropertyNames())) {
                int end = key.indexOf('.', OF_A_SOURCE.length());
                if (key.startsWith(OF_A_SOURCE) && end < 0) {
                    mistakes.add(key + ": a source's setting is written source.NAME.KEY");
                } else if (key.startsWith(OF_A_SOURCE) && !known.contains(key.substring(OF_A_SOURCE.length(), end))) {
                    mistakes.add(key + none);
                }
            }
            for (String name : new TreeSet<>(environment.keySet())) {
                if (name.startsWith(variable(OF_A_SOURCE))
                        && known.stream().noneMatch(source -> name.startsWith(variable(OF_A_SOURCE + source + ".")))) {
                    mistakes.add(name + none);
                }
            }
        }

        private String text(String key, String fallback, int shortest, int longest, List<String> mistakes) {
            String value = value(key);
            if (value == null) {
                return fallback;
            }
            if (value.length() < shortest || value.length() > longest) {
                mistakes.add(key + ": needs " + shortest + " to " + longest + " characters, has " + value.length());
            }
            return value;
        }

        private int number(String key, int fallback, int least, int most, List<String> mistakes) {
            String value = value(key);
            if (value == null) {
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
            mistakes.add(key + ": needs a whole number from " + least + " to " + most + ", is \"" + value + "\"");
            return fallback;
        }

        private @Nullable String postgresql(String key, List<String> mistakes) {
            String value = value(key);
            if (value == null || value.isEmpty()) {
                return null;
            }
            if (!value.startsWith("jdbc:postgresql:")) {
                mistakes.add(key + ": needs an address that begins with jdbc:postgresql:");
            }
            return value;
        }
    }
}
