package dev.broadsheet.source.feed;

import dev.broadsheet.source.AnnouncementCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Of which days a feed lists everything. A feed has room for some entries only, so that nothing is
 * known of the day of its oldest entry and of those before; nor of a day that was not over when the
 * feed was written. A feed that is not seen to list its newest entries first, or leaves dates out, may
 * have left out any, and none of its days is counted. For one thread.
 */
final class FeedDays {
    /** Whoever lists years is not counted day by day. */
    private static final int MOST = 60;

    private final Instant asked;
    private final NavigableMap<LocalDate, Integer> onDay = new TreeMap<>();
    private Instant written = Instant.MIN;
    private @Nullable Instant before;
    private boolean rising;
    private boolean falling;
    private boolean undated;

    /** @param asked when the feed was asked for; what is dated later by more than a day has no date */
    FeedDays(Instant asked) {
        this.asked = asked;
    }

    /** That the feed says when it was written. */
    void written(Instant moment) {
        if (moment.isAfter(written) && !moment.isAfter(asked)) {
            written = moment;
        }
    }

    /** The day of the next entry, empty without a date. */
    Optional<LocalDate> add(@Nullable Instant dated) {
        if (dated == null || dated.isAfter(asked.plusSeconds(24 * 60 * 60))) {
            undated = true;
            return Optional.empty();
        }
        written(dated);
        if (before != null) {
            rising |= dated.isAfter(before);
            falling |= dated.isBefore(before);
        }
        before = dated;
        LocalDate day = LocalDate.ofInstant(dated, ZoneOffset.UTC);
        onDay.merge(day, 1, Integer::sum);
        return Optional.of(day);
    }

    /** How many entries the days have of which all is known. */
    Map<LocalDate, Integer> counted() {
        Map<LocalDate, Integer> counted = new TreeMap<>();
        if (undated || rising || !falling) {
            return counted;
        }
        LocalDate oldest = onDay.firstKey();
        LocalDate last = LocalDate.ofInstant(written, ZoneOffset.UTC);
        for (LocalDate day = last; day.isAfter(oldest) && counted.size() < MOST; day = day.minusDays(1)) {
            if (!AnnouncementCalendar.DAILY.settled(day).isAfter(written)) {
                counted.put(day, onDay.getOrDefault(day, 0));
            }
        }
        return counted;
    }
}
