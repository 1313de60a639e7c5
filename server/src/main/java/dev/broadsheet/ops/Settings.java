package dev.broadsheet.ops;

import dev.broadsheet.database.DataFolder;
import dev.broadsheet.database.OperatorException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
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
 */
public record Settings(
        String editionName,
        int embeddingThreads,
        @Nullable String databaseUrl,
        String databaseUser,
        String databasePassword) {

    /** The file's name in the data folder. */
    public static final String FILE = "broadsheet.properties";

    private static final Set<String> KEYS = new TreeSet<>(
            Set.of("edition.name", "embedding.threads", "database.url", "database.user", "database.password"));

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
            if (!KEYS.contains(key)) {
                mistakes.add(key + ": there is no such setting; there are " + String.join(", ", KEYS));
            }
        }
        Values values = new Values(file, environment);
        Settings settings = new Settings(
                values.text("edition.name", "Broadsheet", 1, 60, mistakes),
                values.number("embedding.threads", Runtime.getRuntime().availableProcessors(), 1, 64, mistakes),
                values.postgresql("database.url", mistakes),
                values.text("database.user", "broadsheet", 1, 200, mistakes),
                values.text("database.password", "", 0, 1000, mistakes));
        if (!mistakes.isEmpty()) {
            throw new OperatorException(
                    "The settings cannot be used (" + folder.path().resolve(FILE) + " and BROADSHEET_… variables):\n  "
                            + String.join("\n  ", mistakes) + "\nNothing was started.");
        }
        return settings;
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
            String variable = "BROADSHEET_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
            String fromEnvironment = environment.get(variable);
            String found = fromEnvironment != null ? fromEnvironment : file.getProperty(key);
            return found == null ? null : found.strip();
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
