package dev.broadsheet.source.arxiv;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds out on which day a paper was announced. Its submission says the day unless moderators held
 * it, and then the day its record changed says it, unless the record changed again since. Between
 * the two the paper's number decides: arXiv numbers papers as it announces them, so that one whose
 * number is beyond all of a day was announced after that day. For one reading.
 */
final class AnnouncedDays {
    /** Nothing is held longer; a later change of a record with one version is another change. */
    private static final int LONGEST_HELD = 60;

    /** So many days are remembered. */
    private static final int MOST = 90;

    private final ArxivCalendar calendar;

    /** The highest number that was surely announced on a day. */
    private final NavigableMap<LocalDate, Long> highest = new TreeMap<>();

    AnnouncedDays(ArxivCalendar calendar) {
        this.calendar = calendar;
    }

    /** What a later reading must know. */
    Map<LocalDate, Long> highest() {
        return highest;
    }

    /** What an earlier reading knew. */
    void remember(LocalDate day, long order) {
        Long known = highest.get(day);
        if (known != null && known >= order) {
            return;
        }
        highest.put(day, order);
        if (highest.size() > MOST) {
            highest.pollFirstEntry();
        }
    }

    /**
     * The day.
     *
     * @param order {@link ArxivName#order}
     * @param earliest by the submission of the first version
     * @param latest the same; later than {@code earliest} where the hour of the submission is not known
     * @param changed when the record last changed
     * @param oneVersion whether the paper still has only one
     */
    LocalDate day(long order, LocalDate earliest, LocalDate latest, LocalDate changed, boolean oneVersion) {
        if (order < 0 || changed.isBefore(earliest)) {
            return earliest;
        }
        if (!changed.isAfter(latest)) {
            remember(changed, order);
            return changed;
        }
        NavigableMap<LocalDate, Long> between = highest.subMap(latest, true, changed, false);
        for (Map.Entry<LocalDate, Long> day : between.entrySet()) {
            if (day.getValue() >= order) {
                // That it came no later says when it came only if the days from its submission on are known.
                return between.containsKey(latest) ? day.getKey() : latest;
            }
        }
        boolean beyondAll = !between.isEmpty();
        boolean held = oneVersion && !latest.plusDays(LONGEST_HELD).isBefore(changed);
        return beyondAll || held ? calendar.atOrAfter(changed) : latest;
    }
}
