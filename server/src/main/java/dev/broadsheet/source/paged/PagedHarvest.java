package dev.broadsheet.source.paged;

import dev.broadsheet.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A harvest that is read page by page.
 *
 * @param pages starts reading at a position
 */
public record PagedHarvest(String title, String harvest, Function<ListPosition, Pages> pages) implements Source {
    /** A harvest for each day, both included, so that one that fails holds up no other; none if the days are reversed. */
    public static List<Source> eachDay(LocalDate from, LocalDate until, Function<LocalDate, Source> harvest) {
        return until.isBefore(from)
                ? List.of()
                : from.datesUntil(until.plusDays(1)).map(harvest).toList();
    }

    @Override
    public Reading open(@Nullable String cursor) {
        return new PageReading(pages.apply(ListPosition.parse(cursor)));
    }
}
