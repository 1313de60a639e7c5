package dev.broadsheet.source.arxiv;

import dev.broadsheet.source.AnnouncementCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When arXiv announces what (info.arxiv.org/help/availability). Intake closes at 14:00 US Eastern on
 * weekdays that are not holidays; what came before is announced at 20:00 on the next evening from
 * Sunday to Thursday that follows no holiday, and its list bears the date of the morning after. All
 * dates here are of lists unless said otherwise. Thread-safe.
 */
final class ArxivCalendar implements AnnouncementCalendar {
    static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private static final LocalTime ANNOUNCED = LocalTime.of(20, 0);

    /** The listings for harvesters are up to date by 22:30, says arXiv. */
    private static final Duration UNTIL_LISTED = Duration.ofHours(3);

    private static final LocalTime CLOSES = LocalTime.of(14, 0);

    /** Before 2017-01-02, see arXiv's blog on the change. */
    private static final LocalTime CLOSED_EARLIER = LocalTime.of(16, 0);

    private static final LocalDate CLOSES_AT_14 = LocalDate.of(2017, 1, 2);

    private final Set<LocalDate> furtherHolidays;

    /** @param furtherHolidays weekdays on which intake does not close, beside those known */
    ArxivCalendar(Set<LocalDate> furtherHolidays) {
        this.furtherHolidays = Set.copyOf(furtherHolidays);
    }

    /** A submission's window: its instants are announced on one day. */
    record Window(Instant from, Instant before) {}

    @Override
    public Optional<String> quiet(LocalDate day) {
        LocalDate evening = day.minusDays(1);
        return switch (evening.getDayOfWeek()) {
            case FRIDAY, SATURDAY -> Optional.of(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case SUNDAY -> holiday(evening.minusDays(2)).or(() -> holiday(evening));
            default -> holiday(evening);
        };
    }

    @Override
    public Instant settled(LocalDate day) {
        return announced(day).plus(UNTIL_LISTED);
    }

    /** The day for what was submitted at this instant, if moderators do not hold it. */
    LocalDate dayOf(Instant submitted) {
        LocalDateTime local = LocalDateTime.ofInstant(submitted, EASTERN);
        LocalDate closing = local.toLocalDate();
        if (!local.toLocalTime().isBefore(closes(closing))) {
            closing = closing.plusDays(1);
        }
        while (!closesOn(closing)) {
            closing = closing.plusDays(1);
        }
        return atOrAfter(closing.plusDays(1));
    }

    /** What was submitted when is announced on this day, which must be one of announcement. */
    Window submissions(LocalDate day) {
        return new Window(closed(before(day)), closed(day));
    }

    /** The first day of announcement that is not before this one. */
    LocalDate atOrAfter(LocalDate day) {
        LocalDate next = day;
        while (quiet(next).isPresent()) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last day of announcement before this one. */
    LocalDate before(LocalDate day) {
        LocalDate last = day.minusDays(1);
        while (quiet(last).isPresent()) {
            last = last.minusDays(1);
        }
        return last;
    }

    /** The day at this instant where arXiv is. */
    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, EASTERN);
    }

    /** When intake closed for this day. */
    private Instant closed(LocalDate day) {
        LocalDate closing = day.minusDays(1);
        while (!closesOn(closing)) {
            closing = closing.minusDays(1);
        }
        return closing.atTime(closes(closing)).atZone(EASTERN).toInstant();
    }

    private static Instant announced(LocalDate day) {
        return day.minusDays(1).atTime(ANNOUNCED).atZone(EASTERN).toInstant();
    }

    private boolean closesOn(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holiday(day).isEmpty();
    }

    private static LocalTime closes(LocalDate day) {
        return day.isBefore(CLOSES_AT_14) ? CLOSED_EARLIER : CLOSES;
    }

    private Optional<String> holiday(LocalDate day) {
        return ArxivHolidays.on(day)
                .or(() -> furtherHolidays.contains(day) ? Optional.of("holiday") : Optional.empty());
    }
}
