package dev.broadsheet.source.paged;

import dev.broadsheet.source.AnnouncementCalendar;
import dev.broadsheet.source.SourceOptions;
import dev.broadsheet.source.SourceProfile;

/** The profile of an index: publishers' records reach it days and weeks after the day of publication. */
public final class IndexProfile {
    private static final int FILLED_FOR = 21;

    /** The last of them is settled, so that each day is counted once when it is. */
    private static final int DAYS_AGAIN = FILLED_FOR + 1;

    /** A day that was settled while nobody asked is caught up with so much later. */
    private static final int DAYS_AT_FIRST = FILLED_FOR + 7;

    private IndexProfile() {}

    public static SourceProfile of(SourceOptions options, String title) {
        return SourceProfile.of(options.name(), title, options.lookback(DAYS_AGAIN, DAYS_AT_FIRST))
                .withCalendar(AnnouncementCalendar.daily(FILLED_FOR));
    }
}
