package dev.broadsheet.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.broadsheet.text.TexText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a paper, by one source or merged from several. Immutable. Texts keep the
 * source's own markup ({@link TexText} makes them readable), but the readers of sources may have
 * stripped outer white space and folded line breaks.
 *
 * @param title never blank
 * @param abstractText the abstract, may be empty
 * @param abstractNote what a reader must know of the abstract (that it is a summary by someone
 *     else, say)
 * @param authors in the paper's order, may be empty
 * @param categories the source's own codes, the primary one first, may be empty
 * @param published date of the first version
 * @param updated date of the last version
 * @param announced the day on which the source announced the paper
 * @param versions in order, may be empty
 * @param comments the authors' remarks ("12 pages, 3 figures")
 * @param journalReference where it appeared
 * @param licence address or name of the licence
 * @param links addresses beside those that follow from the identifiers
 * @param withdrawn whether the authors or the source withdrew it
 * @param synopsis one sentence by a machine, where the source has one
 * @param keywords as the source gives them
 * @param identifiers every name the source gives the paper
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Metadata(
        String title,
        String abstractText,
        @Nullable String abstractNote,
        List<Author> authors,
        List<String> categories,
        @Nullable PartialDate published,
        @Nullable PartialDate updated,
        @Nullable PartialDate announced,
        List<Version> versions,
        @Nullable String comments,
        @Nullable String journalReference,
        @Nullable String licence,
        List<Link> links,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withdrawn,
        @Nullable String synopsis,
        List<String> keywords,
        Set<Identifier> identifiers) {

    public Metadata {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a paper needs a title");
        }
        abstractText = orElse(abstractText, "");
        authors = List.copyOf(orElse(authors, List.of()));
        categories = List.copyOf(orElse(categories, List.of()));
        versions = List.copyOf(orElse(versions, List.of()));
        links = List.copyOf(orElse(links, List.of()));
        keywords = List.copyOf(orElse(keywords, List.of()));
        // Sorted, so that the same metadata is always written the same.
        identifiers = java.util.Collections.unmodifiableSet(new TreeSet<>(orElse(identifiers, Set.of())));
    }

    /** A builder that starts from nothing but a title. */
    public static MetadataBuilder titled(String title) {
        return new MetadataBuilder().title(title);
    }

    /** A builder that starts from this. */
    public MetadataBuilder toBuilder() {
        return new MetadataBuilder(this);
    }

    /** The name of the given scheme, or null; of several the first in order. */
    public @Nullable String identifier(Identifier.Scheme scheme) {
        for (Identifier identifier : identifiers) {
            if (identifier.scheme() == scheme) {
                return identifier.name();
            }
        }
        return null;
    }

    /** The first category, or null. */
    public @Nullable String primaryCategory() {
        return categories.isEmpty() ? null : categories.getFirst();
    }

    /** The first link of the kind, or null. */
    public @Nullable Link link(Link.Kind kind) {
        for (Link link : links) {
            if (link.kind() == kind) {
                return link;
            }
        }
        return null;
    }

    /** The date by which the paper is sorted: announced, else published, else updated, else null. */
    public @Nullable PartialDate day() {
        if (announced != null) {
            return announced;
        }
        return published != null ? published : updated;
    }

    // JSON without a field gives null here, whatever the component's type says.
    static <T> T orElse(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }
}
