package dev.broadsheet.daily;

import dev.broadsheet.installation.SettingsReader;
import java.time.ZoneId;

/**
 * The edition that an installation publishes.
 *
 * @param name what the masthead says, 1 to 60 characters
 * @param zone in which a day begins and ends
 */
public record EditionSettings(String name, ZoneId zone) {

    /**
     * {@code edition.name} and {@code edition.zone}.
     *
     * @param zone where none is set
     */
    public static EditionSettings read(SettingsReader settings, ZoneId zone) {
        return new EditionSettings(
                settings.text("edition.name", "Broadsheet", 1, 60), settings.zone("edition.zone", zone));
    }
}
