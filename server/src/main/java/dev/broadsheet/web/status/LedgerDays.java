package dev.broadsheet.web.status;

import dev.broadsheet.ops.StatusReport;
import dev.broadsheet.site.FieldError;
import dev.broadsheet.site.Form;
import dev.broadsheet.site.Request;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days of a source that are asked for.
 *
 * @param from the first; of the last four weeks where those asked for cannot be shown
 * @param mistake why they cannot be shown, as whole sentences; null where they can
 */
record LedgerDays(LocalDate from, LocalDate until, @Nullable String mistake) {
    /** Each day costs a few lookups, and a page of more would not be read. */
    private static final int MOST = 366;

    private static final int USUAL = StatusReport.LEDGER_DAYS;

    static LedgerDays of(Request request, LocalDate today) {
        Form form = request.form();
        LocalDate until = Objects.requireNonNullElse(form.day("until", "The last day"), today);
        LocalDate from = Objects.requireNonNullElse(form.day("from", "The first day"), first(until));
        if (from.isAfter(until)) {
            form.refuse("until", "The first day lies after the last.");
        } else if (ChronoUnit.DAYS.between(from, until) >= MOST) {
            form.refuse("from", "At most " + MOST + " days are shown at once.");
        }
        return form.isSound()
                ? new LedgerDays(from, until, null)
                : new LedgerDays(
                        first(today),
                        today,
                        form.errors().stream().map(FieldError::message).collect(Collectors.joining(" ")));
    }

    private static LocalDate first(LocalDate last) {
        return last.minusDays(USUAL - 1L);
    }
}
