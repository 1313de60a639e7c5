package dev.broadsheet.source;

import dev.broadsheet.paper.Identifier.Scheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A place that keeps announcing papers and is asked again and again. Immutable; thread-safe. Its
 * readings say, beside the papers, what the place announced ({@link Source.Announced}) and what was
 * counted ({@link Source.Counted}).
 */
public interface LiveSource {
    /** Its name, its parts, its calendar; the same at every call. */
    SourceProfile profile();

    /**
     * The lists of what is new at this moment, where the place publishes such; read whole each time,
     * may be empty.
     */
    default List<Source> latest() {
        return List.of();
    }

    /**
     * Everything that appeared or changed on these days, both included, as harvests that can be
     * interrupted. {@code until} may be today.
     */
    List<Source> changes(LocalDate from, LocalDate until);

    /**
     * These records one by one, by name: the way to close a gap. Names that the place does not know
     * are {@link Source.Rejected}. Empty where the place cannot be asked for single records. Where the
     * profile has {@link SourceProfile#lookupSchemes}, identifiers of papers from elsewhere are names
     * too, and the reading counts in {@link Source.Reading#done} how many were asked, in their order.
     */
    default Optional<Source> records(List<String> names) {
        return Optional.empty();
    }

    /**
     * By which identifiers a single paper can be asked for by {@link #records}, whether or not it is among those that
     * are followed, the best first; empty where the place cannot be asked so.
     */
    default List<Scheme> givesBy() {
        return profile().lookupSchemes();
    }
}
