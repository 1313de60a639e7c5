package dev.broadsheet.source.documents;

import dev.broadsheet.source.Source;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A harvest that is read document by document.
 *
 * @param documents starts reading at a position
 */
public record DocumentSource(String title, String harvest, Function<DocumentPosition, Documents> documents)
        implements Source {
    @Override
    public Reading open(@Nullable String cursor) {
        return new DocumentReading(documents.apply(DocumentPosition.parse(cursor)));
    }
}
