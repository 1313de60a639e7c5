package dev.broadsheet.database;

import dev.broadsheet.installation.Secret;
import dev.broadsheet.installation.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * Where the catalogue lies.
 *
 * @param url a {@code jdbc:postgresql:} address; null for SQLite in the data folder
 * @param user for PostgreSQL
 * @param password for PostgreSQL
 */
public record DatabaseSettings(@Nullable String url, String user, Secret password) {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** {@code database.url}, {@code database.user} and {@code database.password}. */
    public static DatabaseSettings read(SettingsReader settings) {
        String url = settings.text("database.url", "", DatabaseSettings::withoutParameters);
        if (!url.isEmpty() && !url.startsWith(POSTGRESQL)) {
            settings.mistake("database.url", "needs an address that begins with " + POSTGRESQL);
        }
        return new DatabaseSettings(
                url.isEmpty() ? null : url,
                settings.text("database.user", "broadsheet", 1, 200),
                settings.secret("database.password"));
    }

    /** The address may hold a password too, as a parameter: it is left out. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + shown(url) + ", user=" + user + ", password=" + password + "]";
    }

    /** An address of a database without its parameters, which may hold a password. */
    static @Nullable String shown(@Nullable String url) {
        return url == null ? null : withoutParameters(url);
    }

    private static String withoutParameters(String url) {
        return url.indexOf('?') < 0 ? url : url.substring(0, url.indexOf('?'));
    }
}
