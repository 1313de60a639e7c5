package dev.broadsheet.daily;

import dev.broadsheet.installation.SettingsReader;
import java.time.ZoneId;

/**
 * What the settings say of editions.
 *
 * @param name of the default one, which its masthead says, 1 to 60 characters
 * @param zone of the default one, in which its days begin and end
 * @param limits of what may be submitted, to every edition
 */
public record EditionSettings(String name, ZoneId zone, Limits limits) {

    /**
     * What members may submit; curators are free.
     *
     * @param days how many days old a paper may be at most
     * @param perDay how many papers somebody may submit to an edition in one of its days
     */
    public record Limits(int days, int perDay) {}

    /**
     * {@code edition.name}, {@code edition.zone}, {@code submission.newest-days} and {@code submission.per-day}.
     *
     * @param zone where none is set
     */
    public static EditionSettings read(SettingsReader settings, ZoneId zone) {
        return new EditionSettings(
                settings.text("edition.name", "Broadsheet", 1, 60),
                settings.zone("edition.zone", zone),
                new Limits(
                        settings.number("submission.newest-days", 14, 1, 36_500),
                        settings.number("submission.per-day", 10, 1, 10_000)));
    }
}
