package dev.broadsheet.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One author as a source names them.
 *
 * @param name the name in reading order, never blank
 * @param orcid the ORCID iD ({@code 0000-0002-1825-0097}) where known
 * @param affiliations as the source writes them, may be empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Author(String name, @Nullable String orcid, List<String> affiliations) {
    public Author {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an author needs a name");
        }
        // Stored without empty fields, so that reading gives null here whatever the type says.
        affiliations = List.copyOf(Metadata.orElse(affiliations, List.of()));
    }

    /** An author of whom only the name is known. */
    public static Author named(String name) {
        return new Author(name, null, List.of());
    }
}
