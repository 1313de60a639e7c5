package dev.broadsheet.source;

import dev.broadsheet.paper.Identifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A place that keeps announcing papers and is asked again and again. Immutable; thread-safe. Its
 * readings say, beside the papers, what the place announced ({@link Source.Announced}) and what was
 * counted ({@link Source.Counted}).
 */
public interface LiveSource {
    /** Its name in settings, records and the ledger: {@code arxiv}. */
    String name();

    /** Its name for a person: {@code arXiv}. */
    String title();

    /** The parts that are followed, in the order of the settings; one empty text where it has none. */
    List<String> parts();

    /** On which days it announces. */
    AnnouncementCalendar calendar();

    /**
     * How many of its services must have counted a day before the day can be complete: one alone may
     * have left something out that nobody else was asked for.
     */
    default int witnesses() {
        return 1;
    }

    /** How many days back a run reads again, because what was announced late stands there. */
    int daysReadAgain();

    /** How many days back the first run goes. */
    int daysAtFirst();

    /**
     * The lists of what is new at this moment, where the place publishes such; read whole each time,
     * may be empty.
     */
    List<Source> latest();

    /**
     * Everything that appeared or changed on these days, both included, as harvests that can be
     * interrupted. {@code until} may be today.
     */
    List<Source> changes(LocalDate from, LocalDate until);

    /**
     * These records one by one, by name: the way to close a gap. Names that the place does not know
     * are {@link Source.Rejected}. Empty where the place cannot be asked for single records.
     */
    Optional<Source> records(List<String> names);

    /**
     * By which identifiers of a paper, the best first, {@link #records} finds what the place knows of
     * papers that came from elsewhere; empty where it cannot be asked so. Where it can, the reading
     * counts in {@link Source.Reading#done} how many of the names were asked, in their order.
     */
    default List<Identifier.Scheme> knows() {
        return List.of();
    }
}
