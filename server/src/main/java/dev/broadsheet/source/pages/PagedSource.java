package dev.broadsheet.source.pages;

import dev.broadsheet.source.Source;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A harvest that is read document by document.
 *
 * @param pages starts reading at a position
 */
public record PagedSource(String title, String harvest, Function<Position, Pages> pages) implements Source {
    @Override
    public Reading open(@Nullable String cursor) {
        return new PageReading(pages.apply(Position.parse(cursor)));
    }
}
