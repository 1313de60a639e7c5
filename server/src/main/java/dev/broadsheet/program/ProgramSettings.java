package dev.broadsheet.program;

import dev.broadsheet.daily.EditionSettings;
import dev.broadsheet.database.DatabaseSettings;
import dev.broadsheet.discussion.DiscussionSettings;
import dev.broadsheet.installation.SettingsReader;
import dev.broadsheet.search.SearchSettings;
import dev.broadsheet.site.SiteAddress;
import dev.broadsheet.trending.TrendingSettings;
import java.time.ZoneId;

/** The settings of every room but the sources, which are built while theirs are read. */
record ProgramSettings(
        DatabaseSettings database,
        SearchSettings search,
        EditionSettings edition,
        DiscussionSettings discussion,
        TrendingSettings trending,
        SiteAddress address) {
    static ProgramSettings read(SettingsReader settings, ZoneId zone) {
        return new ProgramSettings(
                DatabaseSettings.read(settings),
                SearchSettings.read(settings),
                EditionSettings.read(settings, zone),
                DiscussionSettings.read(settings),
                TrendingSettings.read(settings),
                SiteAddress.read(settings));
    }
}
