package dev.broadsheet.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Metadata} together piece by piece. Not thread-safe. */
public final class MetadataBuilder {
    private String title = "";
    private String abstractText = "";
    private @Nullable String abstractNote;
    private List<Author> authors = List.of();
    private List<String> categories = List.of();
    private @Nullable PartialDate published;
    private @Nullable PartialDate updated;
    private @Nullable PartialDate announced;
    private List<Version> versions = List.of();
    private @Nullable String comments;
    private @Nullable String journalReference;
    private @Nullable String licence;
    private final List<Link> links = new ArrayList<>();
    private boolean withdrawn;
    private @Nullable String synopsis;
    private List<String> keywords = List.of();
    private final Set<Identifier> identifiers = new TreeSet<>();

    MetadataBuilder() {}

    MetadataBuilder(Metadata from) {
        title = from.title();
        abstractText = from.abstractText();
        abstractNote = from.abstractNote();
        authors = from.authors();
        categories = from.categories();
        published = from.published();
        updated = from.updated();
        announced = from.announced();
        versions = from.versions();
        comments = from.comments();
        journalReference = from.journalReference();
        licence = from.licence();
        links.addAll(from.links());
        withdrawn = from.withdrawn();
        synopsis = from.synopsis();
        keywords = from.keywords();
        identifiers.addAll(from.identifiers());
    }

    public MetadataBuilder title(String value) {
        title = value;
        return this;
    }

    public MetadataBuilder abstractText(String value) {
        abstractText = value;
        return this;
    }

    public MetadataBuilder abstractNote(@Nullable String value) {
        abstractNote = value;
        return this;
    }

    public MetadataBuilder authors(List<Author> value) {
        authors = value;
        return this;
    }

    public MetadataBuilder categories(List<String> value) {
        categories = value;
        return this;
    }

    public MetadataBuilder published(@Nullable PartialDate value) {
        published = value;
        return this;
    }

    public MetadataBuilder updated(@Nullable PartialDate value) {
        updated = value;
        return this;
    }

    public MetadataBuilder announced(@Nullable PartialDate value) {
        announced = value;
        return this;
    }

    public MetadataBuilder versions(List<Version> value) {
        versions = value;
        return this;
    }

    public MetadataBuilder comments(@Nullable String value) {
        comments = value;
        return this;
    }

    public MetadataBuilder journalReference(@Nullable String value) {
        journalReference = value;
        return this;
    }

    public MetadataBuilder licence(@Nullable String value) {
        licence = value;
        return this;
    }

    /** Adds a link unless the same address is there already. */
    public MetadataBuilder link(Link link) {
        if (links.stream().noneMatch(known -> known.url().equals(link.url()))) {
            links.add(link);
        }
        return this;
    }

    public MetadataBuilder withdrawn(boolean value) {
        withdrawn = value;
        return this;
    }

    public MetadataBuilder synopsis(@Nullable String value) {
        synopsis = value;
        return this;
    }

    public MetadataBuilder keywords(List<String> value) {
        keywords = value;
        return this;
    }

    /** Adds an identifier. */
    public MetadataBuilder identifier(Identifier identifier) {
        identifiers.add(identifier);
        return this;
    }

    public MetadataBuilder withoutIdentifiers() {
        identifiers.clear();
        return this;
    }

    /** @throws IllegalArgumentException if there is no title */
    public Metadata build() {
        return new Metadata(
                title,
                abstractText,
                abstractNote,
                authors,
                categories,
                published,
                updated,
                announced,
                versions,
                comments,
                journalReference,
                licence,
                links,
                withdrawn,
                synopsis,
                keywords,
                identifiers);
    }
}
